import { randomUUID } from 'node:crypto';
import { sql } from '@payloadcms/db-postgres';
import type { Payload } from 'payload';
import { isUnextended } from '../collections/comments.ts';
import { publicShapeOfNew, stamped } from '../hooks/comment.ts';
import { inTransaction, transactionHandle } from '../in-transaction.ts';
import { tellAfterwards, tellSoon } from '../outbox/tell.ts';
import { outboxPut } from '../outbox/write-outbox.ts';
import { commentRow, type CommentRow } from './comment-rows.ts';
import { ReaderFailure } from './failure.ts';

/** A comment that the checks let through, as its reader sent it. */
interface NewComment {
  article: string;
  /** What it answers, and the comment of the first level above that. */
  parent?: string;
  root?: string;
  reader: string;
  authorName: string;
  authorStaff: boolean;
  authorPerson: string | null;
  body: string;
  key: string;
  status: 'published' | 'held';
  heldFor: string | null;
  fingerprint: string;
}

/** Whoever is suspended at this moment posts nothing, whatever was so when the comment was judged. */
const mayPost = `status = 'active'`;

const statement = `
  with stored as (
    insert into comments (reader_id, id, article_id, author_name, author_staff, author_person_id, body, key, status,
      held_for, fingerprint, published_at, decided_at, created_at, updated_at)
    select readers.id, $2::uuid, $3::uuid, $4, $5::boolean, $6::uuid, $7, $8, $9::enum_comments_status,
      $10, $11, $12::timestamptz, $13::timestamptz, $14::timestamptz, $14::timestamptz
    from readers where readers.id = $1::uuid and ${mayPost}
    returning id
  ),
  told as (${outboxPut('comment', 'select id, $15::jsonb from stored where $15 is not null')})
  select id from stored`;

/**
 * Stores a comment, in one transaction with what the site is told of it.
 * @throws ReaderFailure `suspended`, where its reader was, in the meantime.
 */
export async function storeComment(payload: Payload, comment: NewComment): Promise<CommentRow> {
  const isAlone = comment.parent === undefined && isUnextended(payload.collections.comments!.config);
  const row = isAlone ? await storeAlone(payload, comment) : await storeByHooks(payload, comment);
  tellSoon(payload);
  return commentRow(row);
}

/** In one statement: what the hooks would do of a comment that answers nobody and of which no host wants to know. */
async function storeAlone(payload: Payload, comment: NewComment): Promise<object> {
  const id: string = payload.db.tables.comments?.id?.defaultFn?.() ?? randomUUID();
  const createdAt = new Date().toISOString();
  const row = stamped<NewComment & Stamps>({ ...comment, id, createdAt });
  const { rowCount } = await payload.db.pool.query({
    name: 'dateline-store-comment',
    text: statement,
    values: [
      row.reader,
      id,
      row.article,
      row.authorName,
      row.authorStaff,
      row.authorPerson,
      row.body,
      row.key,
      row.status,
      row.heldFor,
      row.fingerprint,
      row.publishedAt,
      row.decidedAt,
      createdAt,
      JSON.stringify(publicShapeOfNew({ payload }, { ...row })),
    ],
  });
  if (rowCount === 0) throw new ReaderFailure('suspended');
  return row;
}

interface Stamps {
  id: string;
  createdAt: string;
  publishedAt?: string | null | undefined;
  decidedAt?: string | null | undefined;
}

const storeByHooks = (payload: Payload, comment: NewComment): Promise<object> =>
  inTransaction(payload, async (req) => {
    tellAfterwards(req);
    const handle = await transactionHandle(req);
    const { rows } = await handle.execute(
      sql`select 1 from readers where id = ${comment.reader} and ${sql.raw(mayPost)}`,
    );
    if (rows.length === 0) throw new ReaderFailure('suspended');
    return await payload.create({ collection: 'comments', data: comment, depth: 0, req });
  });
