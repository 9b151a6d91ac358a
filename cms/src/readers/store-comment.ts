import { randomUUID } from 'node:crypto';
import type { Payload } from 'payload';
import { isUnextended } from '../collections/comments.ts';
import { publicShapeOfNew, stamped } from '../hooks/comment.ts';
import { inTransaction, transactionHandle } from '../in-transaction.ts';
import { tellAfterwards, tellSoon } from '../outbox/tell.ts';
import { outboxPut } from '../outbox/write-outbox.ts';
import type { Place } from './answered-comment.ts';
import { commentRow, type CommentRow } from './comment-rows.ts';
import { ReaderFailure } from './failure.ts';
import { happeningsOf } from './notify/happenings-of.ts';
import { telling, writtenNotice } from './notify/notice.ts';
import { isActive, requireActive } from './require-active.ts';

/** A comment that the checks let through, as its reader sent it. */
interface NewComment extends Partial<Place> {
  article: string;
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

const stored = `
  stored as (
    insert into comments (reader_id, id, article_id, author_name, author_staff, author_person_id, body, key, status,
      held_for, fingerprint, published_at, decided_at, created_at, updated_at, parent_id, root_id)
    select readers.id, $2::uuid, $3::uuid, $4, $5::boolean, $6::uuid, $7, $8, $9::enum_comments_status,
      $10, $11, $12::timestamptz, $13::timestamptz, $14::timestamptz, $14::timestamptz,
      $16::uuid, $17::uuid
    from readers where readers.id = $1::uuid and ${isActive}
    returning id
  ),
  published as (${outboxPut('comment', 'select id, $15::jsonb from stored where $15::jsonb is not null')})`;
const alone = { name: 'dateline-store-comment', text: `with ${stored} select id from stored` };
const withReply = {
  name: 'dateline-store-reply',
  text: `with ${stored}, ${telling('$18', 'select id from stored', '0')} select id from stored`,
};

/**
 * Stores a comment, in one transaction with what the site and whom it answers are told of it.
 * @throws ReaderFailure `suspended`, where its reader was, in the meantime.
 */
export async function storeComment(payload: Payload, comment: NewComment): Promise<CommentRow> {
  const { logger } = payload;
  // Taken now: once the newsroom is told to end, Payload has none.
  const { pool } = payload.db;
  const store = isUnextended(payload.collections.comments!.config) ? storeByStatement : storeByHooks;
  const row = await store(payload, comment);
  void tellSoon(pool, logger);
  return commentRow(row);
}

/** In one statement: what the hooks would do of a new comment of which no host wants to know. */
async function storeByStatement(payload: Payload, comment: NewComment): Promise<object> {
  const id: string = payload.db.tables.comments?.id?.defaultFn?.() ?? randomUUID();
  const createdAt = new Date().toISOString();
  const row = stamped<NewComment & Stamps>({ ...comment, id, createdAt });
  const values = [
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
    row.parent,
    row.root,
  ];
  const reply = replyIn(payload, row);
  const { rowCount } = await payload.db.pool.query(
    reply ? { ...withReply, values: [...values, reply] } : { ...alone, values },
  );
  if (rowCount === 0) throw new ReaderFailure('suspended');
  return row;
}

/** What is told to whoever is answered, if anybody is. */
function replyIn(payload: Payload, comment: NewComment & Stamps): string | undefined {
  const { whom } = comment;
  const [reply] = happeningsOf({ ...comment, before: undefined, parentReader: whom?.reader });
  return reply && whom ? writtenNotice(payload, { ...reply, comment }, whom) : undefined;
}

interface Stamps {
  id: string;
  createdAt: string;
  publishedAt?: string | null | undefined;
  decidedAt?: string | null | undefined;
}

/** The hooks find out themselves whom it answers. */
const storeByHooks = (payload: Payload, { whom: _whom, ...comment }: NewComment): Promise<object> =>
  inTransaction(payload, async (req) => {
    tellAfterwards(req);
    const handle = await transactionHandle(req);
    await requireActive(handle, comment.reader);
    return await payload.create({ collection: 'comments', data: comment, depth: 0, req });
  });
