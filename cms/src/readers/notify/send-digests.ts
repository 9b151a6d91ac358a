import { sql } from '@payloadcms/db-postgres';
import type { Payload } from 'payload';
import { inTransaction, transactionHandle } from '../../in-transaction.ts';
import { newsroomName } from '../newsroom-name.ts';
import { queueMail } from '../queue-mail.ts';
import { digestMail, type Happening } from './notification-mail.ts';
import { staysOn } from './stays-on.ts';
import { kinds, type Kind } from './preference.ts';

/** At once no more than these in one mail; the rest follows in the next. */
const most = 50;

/** Sends what has waited for a day, each reader's in one mail of a kind, with what came since; no more once `signal` is aborted. */
export async function sendDigests(payload: Payload, publicURL: string, signal?: AbortSignal): Promise<void> {
  for (const kind of Object.keys(kinds) as Kind[]) {
    const { rows } = await payload.db.drizzle.execute(sql`
      select reader_id from notifications where waits and kind = ${kind}
      group by reader_id having min(created_at) < now() - interval '1 day'`);
    for (const { reader_id } of rows) {
      if (signal?.aborted) return;
      await sendDigest(payload, publicURL, kind, String(reader_id));
    }
  }
}

async function sendDigest(payload: Payload, publicURL: string, kind: Kind, reader: string): Promise<void> {
  await inTransaction(payload, async (req) => {
    const handle = await transactionHandle(req);
    const { rows } = await handle.execute(sql`
      with told as (
        update notifications set waits = false, mailed_at = now()
        where id in (
          select id from notifications where reader_id = ${reader} and kind = ${kind} and waits
          order by created_at, id limit ${most} for update skip locked)
        returning *)
      select told.what, told.reason, c.id, c.author_name, c.body, a.slug, a.headline, r.email
      from told join comments c on c.id = told.comment_id join readers r on r.id = told.reader_id
      join articles a on a.id = c.article_id and a._status = 'published'
      where r.status = 'active' and ${sql.raw(staysOn('r'))} and r.${sql.identifier(kinds[kind].column)} <> 'off' and (told.what in ('refused', 'removed') or c.status = 'published')
      order by told.created_at, told.id`);
    const [first] = rows;
    if (!first) return;
    const happenings = rows.map((row) => ({
      kind,
      what: row.what as Happening['what'],
      reason: String(row.reason),
      article: { slug: String(row.slug), headline: String(row.headline) },
      comment: { id: String(row.id), authorName: String(row.author_name), body: String(row.body) },
    }));
    const envelope = { newsroom: await newsroomName(req), publicURL, secret: payload.secret, reader };
    await queueMail(req, String(first.email), digestMail(envelope, happenings), reader);
  });
}
