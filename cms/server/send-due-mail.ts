import type { Client } from 'pg';
import type { QueuedMail, SendMail } from './mail-transport.ts';

const attempts = 8;

/** Sends what is due. A mail that fails is tried again later, and later each time; after the last time it stays with its error. */
export async function sendDueMail(client: Client, send: SendMail): Promise<void> {
  for (;;) {
    const { rows } = await client.query<QueuedMail>(
      `select id, "to", subject, text, html, unsubscribe, created_at from mail_queue
       where next_try_at <= now() order by next_try_at limit 20`,
    );
    if (rows.length === 0) return;
    for (const mail of rows) {
      const error = await send(mail).then(
        () => undefined,
        (error: unknown) => String(error),
      );
      await (error === undefined ? markSent(client, mail.id) : markFailed(client, mail.id, error));
    }
  }
}

/** The text goes with it: it holds a link that lets its reader in. */
const markSent = (client: Client, id: string) =>
  client.query(
    `update mail_queue set sent_at = now(), next_try_at = null, attempts = attempts + 1, last_error = null, text = '', html = '', unsubscribe = null
     where id = $1`,
    [id],
  );

const markFailed = (client: Client, id: string, error: string) =>
  client.query(
    `update mail_queue set attempts = attempts + 1, last_error = $2,
       next_try_at = case when attempts + 1 < $3 then now() + interval '30 seconds' * power(2, attempts) end
     where id = $1`,
    [id, error.slice(0, 1000), attempts],
  );

/** Takes away what nobody can use any more. */
export async function tidyReaders(client: Client): Promise<void> {
  await client.query('delete from passkey_challenges where expires_at <= now()');
  await client.query('delete from reader_sessions where expires_at <= now()');
  await client.query(`delete from reader_tokens where coalesce(used_at, expires_at) < now() - interval '7 days'`);
}
