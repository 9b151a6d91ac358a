import { randomUUID } from 'node:crypto';
import { expect } from 'vitest';
import { ownComment, threadPage, type ThreadPage } from '../../shared/src/comment.ts';
import { query } from '../support/database.ts';
import type { Reader, ReaderApi } from './reader-client.ts';

export const freshComment = (article: string, more: Record<string, unknown> = {}) => ({
  article,
  body: `The bridge is still closed, ${randomUUID()}.`,
  key: randomUUID(),
  ...more,
});

export const post = (reader: Pick<Reader, 'json'>, article: string, more: Record<string, unknown> = {}) =>
  reader.json('/api/reader/comments', freshComment(article, more));

export async function threadOf(reader: Pick<Reader, 'call'>, article: string, before = ''): Promise<ThreadPage> {
  const answer = await reader.call(
    `/api/reader/comments?article=${article}${before && `&before=${encodeURIComponent(before)}`}`,
  );
  expect(answer.status).toBe(200);
  return threadPage.parse(await answer.json());
}

export const decide = (api: ReaderApi, id: string, status: 'held' | 'published' | 'refused' | 'removed') =>
  api.payload.update({ collection: 'comments', id, data: { status } });

/** How a comment stands, and why it waits. */
export const standingOf = async ({ database }: ReaderApi, id: string) =>
  (
    await query<{ status: string; held_for: string | null }>(
      database,
      'select status, held_for from comments where id = $1',
      [id],
    )
  )[0];

/** A reader of whom the desk has approved a comment. */
export async function knownReader(api: ReaderApi): Promise<Reader> {
  const reader = await api.reader();
  const other = await api.publish();
  const first = ownComment.parse(await (await post(reader, other.id)).json());
  await decide(api, first.id, 'published');
  return reader;
}
