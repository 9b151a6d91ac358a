import { sql } from '@payloadcms/db-postgres';
import type { PayloadRequest } from 'payload';
import { emitCommentNow } from '../hooks/comment.ts';
import { transactionHandle } from '../in-transaction.ts';

/** Puts a reader's name and badges, as they are in the request's transaction, under all that they wrote. */
export async function showAuthor(req: PayloadRequest, reader: string): Promise<void> {
  const handle = await transactionHandle(req);
  const { rows } = await handle.execute<{ id: string }>(sql`
    update comments
    set author_name = author.name, author_staff = coalesce(author.staff, false), author_person_id = author.person_id
    from readers author
    where author.id = ${reader} and comments.reader_id = author.id
      and (author_name, author_staff, author_person_id)
        is distinct from (author.name, coalesce(author.staff, false), author.person_id)
    returning comments.id`);
  for (const { id } of rows) await emitCommentNow(req, id);
}
