import { sql } from '@payloadcms/db-postgres';
import type { PayloadRequest } from 'payload';
import { transactionHandle } from '../in-transaction.ts';

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
  // Mails that quote a comment lead to it, and a mail is queued at the instant at which its notifications are marked as
  // mailed. What else such a mail had to tell, and what still is to be read, waits for the next digest.
  await handle.execute(sql`
    with forgotten as (
      delete from mail_queue
      where sent_at is null and reader_id in (select reader_id from notifications where comment_id in ${ids})
        and exists (select 1 from ${ids} quoted (id) where strpos(mail_queue.text, quoted.id::text) > 0)
      returning reader_id, text, created_at
    )
    update notifications told set waits = true, mailed_at = null
    from forgotten, comments comment
    where told.reader_id = forgotten.reader_id and told.mailed_at = forgotten.created_at
      and comment.id = told.comment_id and comment.body <> '' and strpos(forgotten.text, comment.id::text) > 0`);
}
