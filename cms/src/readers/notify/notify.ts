import { randomUUID } from 'node:crypto';
import { sql } from '@payloadcms/db-postgres';
import type { PayloadRequest } from 'payload';
import { transactionHandle } from '../../in-transaction.ts';
import { newsroomName } from '../newsroom-name.ts';
import { queueMail } from '../queue-mail.ts';
import { notificationMail, type Happening } from './notification-mail.ts';
import { takeBackNotices } from './take-back-notices.ts';
import { staysOn } from './stays-on.ts';
import { kinds, wayOf, type Kind, type Preference } from './preference.ts';

/** What a reader is told of a comment: theirs, or a reply to theirs. */
export interface Notice {
  /** Whom it is told. */
  reader: string;
  what: Happening['what'];
  comment: { id: string; article: string; authorName: string; body: string };
  reason?: string | null | undefined;
}

const kindOf = (what: Happening['what']): Kind => (what === 'reply' ? 'reply' : 'decision');

/**
 * Tells a reader, once, in the request's own transaction: on their account page, and by mail as they wish. A reader whose
 * account is not open is told nothing. Of a decision for another reason they are told anew, and instead of the former if no
 * mail has told it yet.
 * @param after In how many seconds a mail is sent.
 */
export async function notify(req: PayloadRequest, publicURL: string, notice: Notice, after = 0): Promise<void> {
  const { reader, what, comment } = notice;
  const kind = kindOf(what);
  const reason = notice.reason?.trim() ?? '';
  const handle = await transactionHandle(req);
  const { rows } = await handle.execute(sql`
    select r.email, r.${sql.identifier(kinds[kind].column)} as preference,
      a.slug, a.headline,
      (select count(*)::int from notifications n
       where n.reader_id = r.id and n.kind = ${kind} and n.mailed_at > now() - interval '1 hour') as mails
    from readers r join articles a on a.id = ${comment.article} and a._status = 'published'
    where r.id = ${reader} and r.status = 'active' and ${staysOn('r')}`);
  const [row] = rows;
  if (!row) return;
  const way = wayOf((row.preference ?? 'immediate') as Preference, Number(row.mails));
  if (what !== 'reply') await takeBackNotices(req, comment.id, [what]);
  const told = await handle.execute(sql`
    insert into notifications (id, reader_id, comment_id, kind, what, reason, waits, mailed_at)
    values (${randomUUID()}, ${reader}, ${comment.id}, ${kind}, ${what}, ${reason}, ${way === 'digest'},
      case when ${way === 'immediate'} then now() end)
    on conflict (reader_id, comment_id, what) do update
      set reason = excluded.reason, waits = excluded.waits, mailed_at = excluded.mailed_at, created_at = now()
      where notifications.reason <> excluded.reason
    returning id`);
  if (told.rows.length === 0 || way !== 'immediate') return;
  const article = { slug: String(row.slug), headline: String(row.headline) };
  const envelope = { newsroom: await newsroomName(req), publicURL, secret: req.payload.secret, reader };
  const mail = notificationMail(envelope, { kind, what, article, comment, reason });
  await queueMail(req, String(row.email), mail, reader, { after });
}
