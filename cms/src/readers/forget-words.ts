import { sql } from '@payloadcms/db-postgres';
import type { SQL } from '@payloadcms/db-postgres/drizzle';
import type { PayloadRequest } from 'payload';
import { transactionHandle, type Handle } from '../in-transaction.ts';
import { aboutComments } from './notify/notification-mail.ts';

/**
 * Takes what comments said, and under which name, out of all that keeps it beside their own rows, once these and the
 * outbox say what still holds: what they said before, what the feed said of them, and mails that are not sent yet.
 */
export async function forgetWords(req: PayloadRequest, comments: readonly string[]): Promise<void> {
  if (comments.length === 0) return;
  const handle = await transactionHandle(req);
  const ids = sql`(select value::uuid from jsonb_array_elements_text(${JSON.stringify(comments)}::jsonb))`;
  await handle.execute(sql`delete from comment_versions where comment_id in ${ids}`);
  await handle.execute(sql`
    update outbox said set data = latest.data
    from (
      select distinct on (document) document, seq, op, data from outbox
      where kind = 'comment' and document in ${ids} order by document, seq desc
    ) latest
    where said.kind = 'comment' and said.document = latest.document and said.seq < latest.seq
      and said.op = 'put' and latest.op = 'put'`);
  await forgetMails(handle, ids);
}

/**
 * Mails that quote a comment lead to it, and a mail is queued at the instant at which its notifications are marked as
 * mailed. What is being sent counts as sent, and is not tried again; of any other, what else it had to tell, and what still
 * is to be read, waits for the next digest.
 */
async function forgetMails(handle: Handle, ids: SQL): Promise<void> {
  const quotes = sql`exists (select 1 from ${ids} quoted (id) where strpos(mail_queue.text, quoted.id::text) > 0)`;
  const readers = sql`(select reader_id from notifications where comment_id in ${ids})`;
  await handle.execute(sql`
    update mail_queue set subject = ${aboutComments}, text = '', html = '', unsubscribe = null, next_try_at = null
    where sent_at is null and claimed_at is not null and reader_id in ${readers} and ${quotes}`);
  await handle.execute(sql`
    update mail_queue set subject = ${aboutComments} from notifications told
    where sent_at is not null and told.comment_id in ${ids}
      and told.reader_id = mail_queue.reader_id and told.mailed_at = mail_queue.created_at`);
  await handle.execute(sql`
    with forgotten as (
      delete from mail_queue
      where sent_at is null and claimed_at is null and reader_id in ${readers} and ${quotes}
      returning reader_id, text, created_at
    )
    update notifications told set waits = true, mailed_at = null
    from forgotten, comments comment
    where told.reader_id = forgotten.reader_id and told.mailed_at = forgotten.created_at
      and comment.id = told.comment_id and comment.body <> '' and strpos(forgotten.text, comment.id::text) > 0`);
}
