import type { PayloadRequest } from 'payload';
import { bound } from '../../bound.ts';
import { transactionHandle } from '../../in-transaction.ts';
import { kindOf, recipient, telling, writtenNotice, type Notice, type Recipient } from './notice.ts';
import { takeBackNotices } from './take-back-notices.ts';

/**
 * Tells a reader, once, in the request's own transaction: on their account page, and by mail as they wish. A reader whose
 * account is not open is told nothing. Of a decision for another reason they are told anew, and instead of the former if no
 * mail has told it yet.
 * @param after In how many seconds a mail is sent.
 */
export async function notify(req: PayloadRequest, reader: string, notice: Notice, after = 0): Promise<void> {
  const { what, comment } = notice;
  const handle = await transactionHandle(req);
  const known = await handle.execute(bound(recipient(kindOf(what), '$1', '$2'), [reader, comment.article]));
  const [to] = known.rows as unknown as Recipient[];
  if (!to) return;
  if (what !== 'reply') await takeBackNotices(req, comment.id, [what]);
  const values = [writtenNotice(req.payload, notice, to), comment.id, after];
  await handle.execute(bound(`with ${telling('$1', 'select $2::uuid as id', '$3')} select from told`, values));
}
