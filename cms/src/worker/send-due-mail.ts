import type { Client } from 'pg';
import { aboutComments } from '../readers/notify/notification-mail.ts';
import { mailLog, type MailLog } from './mail-log.ts';
import type { QueuedMail, SendMail } from './mail-transport.ts';

const attempts = 8;

interface Sending {
  /** Once it is aborted, no other mail is begun. */
  signal?: AbortSignal;
  /** For how long the mail that is being sent is waited for then, in milliseconds. */
  patience?: number;
  /** What whoever runs the server is told. */
  log?: MailLog;
}

/** Sends what is due, one after the other. A mail that fails is tried again later, and later each time; after the last time it stays with its error. */
export async function sendDueMail(
  client: Client,
  send: SendMail,
  { signal = new AbortController().signal, patience = 4_000, log = mailLog() }: Sending = {},
): Promise<void> {
  while (!signal.aborted) {
    const mail = await claim(client);
    if (!mail) return;
    const late = abortedLater(signal, patience);
    const failure = await send(mail, late.signal).then(
      () => undefined,
      (error: unknown) => ({ error }),
    );
    late.forget();
    if (!failure) {
      log.sent();
      await markSent(client, mail.id);
      continue;
    }
    // Left as whoever dies leaves it: the server may have it.
    if (late.signal.aborted) return;
    log.failed(mail, failure.error);
    if (await markFailed(client, mail.id, String(failure.error))) log.givenUp(mail, failure.error, attempts);
  }
}

/** Is aborted so many milliseconds after the other, unless it is forgotten before. */
function abortedLater(signal: AbortSignal, milliseconds: number) {
  const late = new AbortController();
  let timer: NodeJS.Timeout | undefined;
  const wait = () => void (timer = setTimeout(() => late.abort(), milliseconds));
  if (signal.aborted) wait();
  else signal.addEventListener('abort', wait, { once: true });
  return {
    signal: late.signal,
    forget: () => {
      clearTimeout(timer);
      signal.removeEventListener('abort', wait);
    },
  };
}

/** The next mail, as it stands now. Whoever dies with it leaves it due again in a while. */
async function claim(client: Client): Promise<QueuedMail | undefined> {
  const { rows } = await client.query<QueuedMail>(
    `update mail_queue set claimed_at = now(), attempts = attempts + 1, next_try_at = now() + interval '5 minutes'
     where id = (
       select id from mail_queue where next_try_at <= now() order by next_try_at limit 1 for update skip locked)
     returning id, "to", subject, text, html, unsubscribe, created_at`,
  );
  return rows[0];
}

/** The text goes with it: it holds a link that lets its reader in. So does a subject that names somebody. */
const markSent = (client: Client, id: string) =>
  client.query(
    `update mail_queue set sent_at = now(), claimed_at = null, next_try_at = null, last_error = null, text = '', html = '',
       subject = case when unsubscribe is null then subject else $2 end, unsubscribe = null
     where id = $1`,
    [id, aboutComments],
  );

/** What was emptied while it was being sent is not tried again. @returns Whether it is given up though it was not emptied. */
async function markFailed(client: Client, id: string, error: string): Promise<boolean> {
  const { rows } = await client.query<{ given_up: boolean }>(
    `update mail_queue set claimed_at = null, last_error = $2,
       next_try_at = case when attempts < $3 and text <> '' then now() + interval '15 seconds' * power(2, attempts) end
     where id = $1 returning next_try_at is null and text <> '' as given_up`,
    [id, error.slice(0, 1000), attempts],
  );
  return rows[0]?.given_up ?? false;
}

/** Takes away what nobody can use any more. */
export async function tidyReaders(client: Client): Promise<void> {
  await client.query('delete from passkey_challenges where expires_at <= now()');
  await client.query('delete from reader_sessions where expires_at <= now()');
  await client.query(`delete from reader_tokens where coalesce(used_at, expires_at) < now() - interval '7 days'`);
}
