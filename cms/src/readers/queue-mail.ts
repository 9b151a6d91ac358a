import { randomUUID } from 'node:crypto';
import type { PayloadRequest } from 'payload';
import { bound } from '../bound.ts';
import { transactionHandle } from '../in-transaction.ts';
import type { Mail } from './mail-layout.ts';

/** Wakes the worker that sends. */
export const mailChannel = 'dateline_mail';

/**
 * Puts mails into the queue, as a statement or a part of one.
 * @param source Gives their columns, as `select` or `values`: id, reader, to, subject, text, html, unsubscribe, when they are due.
 */
export const queueing = (source: string) => `
  insert into mail_queue (id, reader_id, "to", subject, text, html, unsubscribe, next_try_at)
  ${source}
  returning pg_notify('${mailChannel}', '')`;

/** A mail that has not failed and is not due yet waits for its turn; of comments readers are told at their own time. */
const nextTurn = `(
  select least(greatest(now(), max(next_try_at)) + interval '5 seconds', now() + interval '20 hours')
  from mail_queue where next_try_at > now() and attempts = 0 and unsubscribe is null)`;

/**
 * Puts a mail into the queue, in the request's transaction: it is sent if that commits, and after.
 * @param reader Whose account it is about, whatever the address: their log goes with them.
 * @param when.inTurn It waits for those that wait for their turn already, seconds behind the last of them, 20 hours at most: the links
 * in them are good for 24.
 */
export async function queueMail(
  req: PayloadRequest,
  to: string,
  mail: Mail,
  reader?: string,
  { inTurn = false } = {},
): Promise<void> {
  const handle = await transactionHandle(req);
  const values = [randomUUID(), reader, to, mail.subject, mail.text, mail.html, mail.unsubscribe];
  await handle.execute(bound(queueing(`values ($1, $2, $3, $4, $5, $6, $7, ${inTurn ? nextTurn : 'now()'})`), values));
}
