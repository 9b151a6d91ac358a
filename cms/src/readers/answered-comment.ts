import { details } from '@dateline/shared/details';
import type { Payload } from 'payload';
import { findComments, type CommentRow } from './comment-rows.ts';
import { ReaderFailure } from './failure.ts';
import { recipient, type Recipient } from './notify/notice.ts';

const notThere = () => new ReaderFailure('not-found', { detail: details.answeredGone });

/**
 * The comment that somebody answers, which must be public and under the same article.
 * @throws ReaderFailure `not-found`, for one that waits as for one that never was.
 */
export async function answeredComment(payload: Payload, article: string, id: string): Promise<CommentRow> {
  const where = { id: { equals: id }, article: { equals: article }, status: { equals: 'published' } };
  const [row] = await findComments(payload, where, 1);
  if (!row) throw notThere();
  return row;
}

/** Where an answer stands in its thread, and whom it answers. */
export interface Place {
  parent: string;
  /** The comment of the first level above it. */
  root: string;
  /** Whose the comment is that it answers; null where they are told nothing. */
  whom: Recipient | null;
}

const place = `
  select c.id as parent, coalesce(c.root_id, c.id) as root, to_jsonb(whom) as whom
  from comments c left join lateral (${recipient('reply', 'c.reader_id', 'c.article_id')}) as whom on true
  where c.id = $1 and c.article_id = $2 and c.status = 'published'`;

/**
 * Where an answer to a comment stands, without what the comment says.
 * @throws ReaderFailure as {@link answeredComment} does.
 */
export async function placeUnder(payload: Payload, article: string, id: string): Promise<Place> {
  const { rows } = await payload.db.pool.query<Place>({ name: 'dateline-place', text: place, values: [id, article] });
  if (!rows[0]) throw notThere();
  return rows[0];
}
