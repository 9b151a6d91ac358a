import { randomUUID } from 'node:crypto';
import { sql } from '@payloadcms/db-postgres';
import type { PayloadRequest } from 'payload';
import { transactionHandle } from '../in-transaction.ts';
import type { Mail } from './mail-layout.ts';

/** Wakes the worker that sends. */
export const mailChannel = 'dateline_mail';

/** A mail that has not failed and is not due yet waits for its turn; of comments readers are told at their own time. */
const nextTurn = sql`(
  select least(greatest(now(), max(next_try_at)) + interval '5 seconds', now() + interval '20 hours')
  from mail_queue where next_try_at > now() and attempts = 0 and unsubscribe is null)`;

/**
 * Puts a mail into the queue, in the request's transaction: it is sent if that commits, and after.
 * @param reader Whose account it is about, whatever the address: their log goes with them.
 * @param when.inTurn It waits for those that wait for their turn already, seconds behind the last of them, 20 hours at most: the links
 * in them are good for 24.
 * @param when.after In how many seconds it is due, where it is not in turn.
 */
export async function queueMail(
  req: PayloadRequest,
  to: string,
  mail: Mail,
  reader?: string,
  { inTurn = false, after = 0 } = {},
): Promise<void> {
  const handle = await transactionHandle(req);
  await handle.execute(sql`
    insert into mail_queue (id, reader_id, "to", subject, text, html, unsubscribe, next_try_at)
    values (${randomUUID()}, ${reader ?? null}, ${to}, ${mail.subject}, ${mail.text}, ${mail.html}, ${mail.unsubscribe ?? null},
      ${inTurn ? nextTurn : sql`now() + make_interval(secs => ${after})`})
    returning pg_notify(${mailChannel}, '')`);
}
