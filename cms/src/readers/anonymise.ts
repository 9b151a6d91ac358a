import { sql } from '@payloadcms/db-postgres';
import type { PayloadRequest } from 'payload';
import { emitCommentNow } from '../hooks/comment.ts';
import { transactionHandle } from '../in-transaction.ts';
import { forgetWords } from './forget-words.ts';
import { showAuthor } from './show-author.ts';

/** Whose a comment is when its writer has no account any more. */
export const formerReader = 'Former reader';

/**
 * Takes a reader out of all that stays when their account goes, in the request's transaction: their published comments
 * name nobody, and where they wished it say nothing; those that never were public go. The log of mails goes with them,
 * and so does what they recommended.
 */
export async function anonymise(req: PayloadRequest, reader: string): Promise<void> {
  const handle = await transactionHandle(req);
  await handle.execute(sql`
    delete from mail_queue where reader_id = ${reader} or "to" = (select email from readers where id = ${reader})`);
  // Held first, so that they are counted as they are once nobody else changes them.
  const recommended = sql`select comment_id from comment_recommendations where reader_id = ${reader}`;
  await handle.execute(sql`select 1 from comments where id in (${recommended}) order by id for no key update`);
  await handle.execute(sql`
    update comments set recount_at = coalesce(recount_at, now()), recommendations = (
      select count(*) from comment_recommendations where comment_id = comments.id and reader_id <> ${reader})
    where id in (${recommended})`);
  const unpublished = await handle.execute(sql`
    select id from comments where reader_id = ${reader} and published_at is null`);
  for (const { id } of unpublished.rows) {
    await req.payload.delete({ collection: 'comments', id: String(id), depth: 0, req, overrideAccess: true });
  }
  const { rows } = await handle.execute(sql`
    update comments set
      reader_id = null, key = null, fingerprint = null, author_name = ${formerReader}, author_staff = false, author_person_id = null,
      refusal = null, refusal_reason = null,
      body = case when comments.status <> 'published' or readers.empty_comments then '' else body end,
      status = case when readers.empty_comments or comments.status = 'held' then 'removed' else comments.status end,
      pinned = pinned and not coalesce(readers.empty_comments, false), pick = pick and not coalesce(readers.empty_comments, false)
    from readers where readers.id = ${reader} and comments.reader_id = readers.id
    returning comments.id`);
  const ids = rows.map(({ id }) => String(id));
  for (const id of ids) await emitCommentNow(req, id);
  await forgetWords(req, ids);
}

/** Gives all that one reader wrote to another, who has shown that both are them: under their name, with their badges. */
export async function takeComments(req: PayloadRequest, from: string, to: string): Promise<void> {
  const handle = await transactionHandle(req);
  await handle.execute(sql`update comments set reader_id = ${to} where reader_id = ${from}`);
  await showAuthor(req, to);
}
