import { randomUUID } from 'node:crypto';
import { sql } from '@payloadcms/db-postgres';
import { documentId } from '@dateline/shared/id';
import type { PayloadRequest } from 'payload';
import { z } from 'zod';
import { lockedRow } from '../../hooks/locked-row.ts';
import { inTransaction, transactionHandle } from '../../in-transaction.ts';
import { idOf } from '../../project/reference.ts';
import { writeLog } from '../write-log.ts';
import type { CommentStatus, Decided } from './shapes.ts';

const status = z.enum(['held', 'published', 'refused', 'removed']);

/** What somebody at the desk makes of some comments. Each says in which state they saw it. */
export const decision = z.object({
  comments: z
    .array(z.object({ id: documentId, from: status }), 'Choose the comments.')
    .min(1, 'Choose the comments.')
    .max(100, 'Choose at most 100 comments at once.'),
  to: z.enum(['published', 'refused', 'removed', 'held'], 'Say what becomes of them.'),
  /** What their readers are told. */
  reason: z.string().trim().max(500, 'Give a reason of at most 500 characters.').default(''),
});

/** Does `work` in one transaction, as whoever makes the request, with one name for all that it logs. */
async function asOneAct<T>(
  req: PayloadRequest,
  batch: string,
  work: (inner: PayloadRequest) => Promise<T>,
): Promise<T> {
  return await inTransaction(req.payload, async (inner) => {
    inner.user = req.user;
    inner.context = { ...inner.context, moderationBatch: batch };
    return await work(inner);
  });
}

/** Moves one comment if it is still where it was seen, and its words are not gone for good. Its row is held, so that of two who decide at once the second sees. */
async function move(
  req: PayloadRequest,
  id: string,
  from: CommentStatus,
  to: CommentStatus,
  refusalReason: string | null,
): Promise<boolean> {
  const row = await lockedRow(req, 'comments', id);
  if (row?.status !== from || row.body === '') return false;
  const data = { status: to, refusalReason } as never;
  await req.payload.update({ collection: 'comments', id, data, depth: 0, req, overrideAccess: false });
  return true;
}

/** Leaves a comment as it is, which is a decision too: what was reported until now has had its answer. */
async function keep(req: PayloadRequest, id: string, status: CommentStatus): Promise<boolean> {
  const row = await lockedRow(req, 'comments', id);
  if (row?.status !== status) return false;
  const handle = await transactionHandle(req);
  await handle.execute(sql`update comments set decided_at = now() where id = ${id}`);
  const [article, reader] = [idOf(row.article), idOf(row.reader)];
  await writeLog(req, { act: 'decide', comment: id, article, reader, before: status, after: status });
  return true;
}

/** Decides some comments: all that are still as they were seen, or none. */
export async function decide(
  req: PayloadRequest,
  { comments, to, reason }: z.output<typeof decision>,
): Promise<Decided> {
  const batch = randomUUID();
  const told = to === 'refused' || to === 'removed' ? reason || null : null;
  return await asOneAct(req, batch, async (inner) => {
    const decided: string[] = [];
    const skipped: string[] = [];
    // In order of their ids, so that two who decide the same ones do not wait for each other.
    for (const { id, from } of comments.toSorted((one, other) => (one.id < other.id ? -1 : 1))) {
      const isMoved = from === to ? await keep(inner, id, from) : await move(inner, id, from, to, told);
      (isMoved ? decided : skipped).push(id);
    }
    return { batch: decided.length > 0 ? batch : null, decided, skipped };
  });
}

/** Takes back what somebody decided at once, where nobody has decided anew since. It is their own to take back. */
export async function undo(req: PayloadRequest, batch: string): Promise<Decided> {
  return await asOneAct(req, randomUUID(), async (inner) => {
    const handle = await transactionHandle(inner);
    const { rows } = await handle.execute<{ comment: string; before: CommentStatus; after: CommentStatus }>(sql`
      select comment, before, after from moderation_log
      where batch = ${batch} and act = 'decide' and before <> after and staff = ${String(req.user?.id)} order by comment`);
    const decided: string[] = [];
    const skipped: string[] = [];
    for (const { comment, before, after } of rows) {
      ((await move(inner, comment, after, before, null)) ? decided : skipped).push(comment);
    }
    return { batch: null, decided, skipped };
  });
}
