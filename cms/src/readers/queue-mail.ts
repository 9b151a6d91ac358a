import { randomUUID } from 'node:crypto';
import { sql } from '@payloadcms/db-postgres';
import type { PayloadRequest } from 'payload';
import { transactionHandle } from '../in-transaction.ts';
import type { Mail } from './mails.ts';

/** Wakes the worker that sends. */
export const mailChannel = 'dateline_mail';

/** Puts a mail into the queue, in the request's transaction: it is sent if that commits, and after. */
export async function queueMail(req: PayloadRequest, to: string, mail: Mail): Promise<void> {
  const handle = await transactionHandle(req);
  await handle.execute(sql`
    insert into mail_queue (id, "to", subject, text, html)
    values (${randomUUID()}, ${to}, ${mail.subject}, ${mail.text}, ${mail.html})`);
  await handle.execute(sql`select pg_notify(${mailChannel}, '')`);
}
