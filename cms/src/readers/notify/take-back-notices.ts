import { sql } from '@payloadcms/db-postgres';
import type { PayloadRequest } from 'payload';
import { transactionHandle } from '../../in-transaction.ts';
import type { Happening } from './notification-mail.ts';

type What = Happening['what'];

/** What readers are told of a comment that has become so. */
export const toldOf: { [status: string]: readonly What[] } = {
  published: ['approved', 'reply'],
  refused: ['refused'],
  removed: ['removed'],
};

/**
 * Tells nobody any more what they were to be told of a comment, where no mail has told it yet or is telling it. A mail
 * about one notice is queued at the instant at which the notice is made, and leads to its comment.
 */
export async function takeBackNotices(req: PayloadRequest, comment: string, what: readonly What[]): Promise<void> {
  const handle = await transactionHandle(req);
  const whats = sql`(select jsonb_array_elements_text(${JSON.stringify(what)}::jsonb))`;
  await handle.execute(sql`
    with unsent as (
      delete from mail_queue mail using notifications told
      where told.comment_id = ${comment} and told.what in ${whats} and mail.reader_id = told.reader_id
        and mail.created_at = told.created_at and mail.sent_at is null and mail.claimed_at is null
        and strpos(mail.text, ${comment}) > 0
      returning told.id
    )
    delete from notifications
    where comment_id = ${comment} and what in ${whats} and (mailed_at is null or id in (select id from unsent))`);
}
