import { randomUUID } from 'node:crypto';
import { ownComment } from '../../shared/src/comment.ts';
import { enforceRetention } from '../../cms/src/readers/retention/enforce.ts';
import { query } from '../support/database.ts';
import { publicURL, type Reader, type ReaderApi } from './reader-client.ts';

export const idOf = async (reader: Reader) =>
  ((await (await reader.call('/api/reader/me')).json()) as { id: string }).id;

export async function comment(
  api: ReaderApi,
  reader: Reader,
  article: string,
  body: string,
  status?: 'published' | 'refused' | 'removed',
): Promise<string> {
  const answer = await reader.json('/api/reader/comments', { article, body, key: randomUUID() });
  const { id } = ownComment.parse(await answer.json());
  if (status === 'removed') await api.payload.update({ collection: 'comments', id, data: { status: 'published' } });
  if (status) await api.payload.update({ collection: 'comments', id, data: { status } });
  return id;
}

/** A published reply. */
export async function answer(api: ReaderApi, reader: Reader, article: string, parent: string, body: string) {
  const sent = await reader.json('/api/reader/comments', { article, body, key: randomUUID(), parent });
  const { id } = ownComment.parse(await sent.json());
  await api.payload.update({ collection: 'comments', id, data: { status: 'published' } });
  return id;
}

/** Has mails that wait for their time, or for second thoughts of the desk, wait no longer. */
export const makeMailDue = ({ database }: ReaderApi) =>
  query(database, 'update mail_queue set next_try_at = now() where attempts = 0 and next_try_at > now()');

export const enforce = (api: ReaderApi) => enforceRetention(api.payload, publicURL);

export const makeDue = ({ database }: ReaderApi, reader: string) =>
  query(database, `update readers set delete_at = now() - interval '1 second' where id = $1`, [reader]);

export const isKnown = async ({ database }: ReaderApi, reader: string) =>
  (await query(database, 'select 1 from readers where id = $1', [reader])).length > 0;

/** Whether an account is to be deleted, and for what. */
export const deletionOf = async ({ database }: ReaderApi, reader: string) =>
  (
    await query<{ reason: string | null; soon: boolean }>(
      database,
      'select deletion_reason as reason, delete_at is not null as soon from readers where id = $1',
      [reader],
    )
  )[0];

/** The subjects of what a reader was told of that. */
export const deletionMails = async (api: ReaderApi, { email }: Pick<Reader, 'email'>) =>
  (await api.mailsTo(email)).map(({ subject }) => subject).filter((subject) => subject.includes('be deleted'));

export const storedComment = async ({ database }: ReaderApi, id: string) =>
  (
    await query<Record<string, unknown>>(
      database,
      'select reader_id, key, author_name, body, status from comments where id = $1',
      [id],
    )
  )[0];

/** What the feed says of a comment now. */
export const publishedComment = async ({ database }: ReaderApi, id: string) =>
  (
    await query<{ op: string; data: { author: string; html: string; removed: boolean } | null }>(
      database,
      'select op, data from outbox where document = $1 order by seq desc limit 1',
      [id],
    )
  )[0];

/** Every table in which a text stands. */
export async function tablesWith({ database }: ReaderApi, text: string): Promise<string[]> {
  const tables = await query<{ name: string }>(
    database,
    `select quote_ident(table_name) as name from information_schema.tables
     where table_schema = 'public' and table_type = 'BASE TABLE'`,
  );
  const found = [];
  for (const { name } of tables) {
    const rows = await query(database, `select 1 from ${name} t where strpos(lower(t::text), lower($1)) > 0`, [text]);
    if (rows.length > 0) found.push(name);
  }
  return found;
}
