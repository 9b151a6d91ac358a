import type { PayloadRequest } from 'payload';
import { staffOf } from '../access/roles.ts';
import { transactionHandle } from '../in-transaction.ts';
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

/** Adds an act to the log, in the request's transaction, as done by whoever makes the request. */
export async function writeLog(req: PayloadRequest, entry: LogEntry): Promise<void> {
  const staff = staffOf(req);
  const name = (req.user as { name?: unknown } | null)?.name;
  const handle = await transactionHandle(req);
  await handle.insert(moderationLog).values({
    ...entry,
    since: entry.since ? new Date(entry.since) : null,
    reader: entry.reader ? readerMark(entry.reader) : null,
    staff: staff?.id ?? null,
    staffName: staff ? (typeof name === 'string' ? name : '') : null,
    batch: typeof req.context.moderationBatch === 'string' ? req.context.moderationBatch : null,
  });
}
