import { sql } from '@payloadcms/db-postgres';
import type { PayloadRequest } from 'payload';
import { staffOf } from '../access/roles.ts';
import { transactionHandle, type Handle } from '../in-transaction.ts';
import { moderationLog } from './log-table.ts';
import { readerMark } from './reader-mark.ts';

type ModerationAct =
  | 'decide'
  | 'edit'
  | 'withdraw'
  | 'note'
  | 'warn'
  | 'suspend'
  | 'lift'
  | 'ban'
  | 'unban'
  | 'mark'
  | 'unmark'
  | 'settings'
  | 'thread'
  | 'policy'
  | 'delete'
  | 'erase'
  | 'export'
  | 'pin'
  | 'unpin'
  | 'pick'
  | 'unpick'
  | 'badge'
  | 'rename';

export interface LogEntry {
  act: ModerationAct;
  comment?: string | null;
  /** Their id; the log keeps {@link readerMark} of it. */
  reader?: string | null;
  article?: string | null;
  before?: string | null;
  after?: string | null;
  reason?: string | null;
  since?: string | null;
}

/** Whose a comment is, which an editor's request does not see. */
async function writerOf(handle: Handle, comment: string | null | undefined): Promise<string | null> {
  if (!comment) return null;
  const { rows } = await handle.execute<{ reader: string | null }>(
    sql`select reader_id as reader from comments where id = ${comment}`,
  );
  return rows[0]?.reader ?? null;
}

/**
 * Adds an act to the log, in the request's transaction, as done by whoever makes the request. Why it was done with a reader
 * stands beside the log, and goes with their account.
 */
export async function writeLog(req: PayloadRequest, { reason, ...entry }: LogEntry): Promise<void> {
  const staff = staffOf(req);
  const name = (req.user as { name?: unknown } | null)?.name;
  const handle = await transactionHandle(req);
  const reader = entry.reader ?? (await writerOf(handle, entry.comment));
  const [line] = await handle
    .insert(moderationLog)
    .values({
      ...entry,
      since: entry.since ? new Date(entry.since) : null,
      reader: reader ? readerMark(reader) : null,
      reason: reader ? null : (reason ?? null),
      staff: staff?.id ?? null,
      staffName: staff ? (typeof name === 'string' ? name : '') : null,
      batch: typeof req.context.moderationBatch === 'string' ? req.context.moderationBatch : null,
    })
    .returning({ id: moderationLog.id });
  if (!line || !reader) return;
  await handle.execute(sql`
    insert into moderation_log_readers (log, reader, reason)
    select ${line.id}, id, ${reason ?? null} from readers where id = ${reader}`);
}
