import { commentModes, type CommentMode } from '@dateline/shared/article';
import { sql } from '@payloadcms/db-postgres';
import type { CollectionBeforeChangeHook } from 'payload';
import { staffOf } from '../access/roles.ts';
import { transactionHandle } from '../in-transaction.ts';

const strictness = (mode: unknown) => commentModes.indexOf(mode as CommentMode);

/**
 * Keeps a thread as closed as a moderator made it at the desk: an article's form that was open meanwhile knows nothing of it,
 * and would open the thread when it saves by itself. Whoever wants it open says so at the desk.
 */
export const keepThreadMode: CollectionBeforeChangeHook = async ({ data, operation, originalDoc, req }) => {
  if (operation !== 'update' || !staffOf(req) || data.comments === undefined) return data;
  const handle = await transactionHandle(req);
  const { rows } = await handle.execute<{ after: string }>(sql`
    select after from moderation_log where article = ${String(originalDoc.id)} and act = 'thread' order by id desc limit 1`);
  const made = rows[0]?.after;
  return strictness(made) > strictness(data.comments) ? { ...data, comments: made } : data;
};
