import { randomUUID } from 'node:crypto';
import type { Payload } from 'payload';
import { publicURLOf } from '../../public-url.ts';
import type { Mail } from '../mail-layout.ts';
import { nameless } from '../../project/settings.ts';
import { queueing } from '../queue-mail.ts';
import { notificationMail, type Happening } from './notification-mail.ts';
import { kinds, wayOf, type Kind, type Preference } from './preference.ts';
import { staysOn } from './stays-on.ts';

/** What a reader is told of a comment: theirs, or a reply to theirs. */
export interface Notice {
  what: Happening['what'];
  comment: { id: string; article: string; authorName: string; body: string };
  reason?: string | null | undefined;
}

/** Who is told something, and how. */
export interface Recipient {
  reader: string;
  email: string;
  preference: Preference | null;
  /** How many mails of this kind told them something in the last hour. */
  mails: number;
  /** Of the article that the comment stands under. */
  slug: string;
  headline: string;
  newsroom: string | null;
}

export const kindOf = (what: Happening['what']): Kind => (what === 'reply' ? 'reply' : 'decision');

/**
 * The {@link Recipient} as a `select`, of no row where they are told nothing: their account is not open, or the article is not public.
 * @param reader Whose id, as an expression; `article` likewise.
 */
export const recipient = (kind: Kind, reader: string, article: string) => `
  select r.id as reader, r.email, r.${kinds[kind].column} as preference, a.slug, a.headline,
    (select name from newsroom_settings order by created_at limit 1) as newsroom,
    (select count(*)::int from notifications n
     where n.reader_id = r.id and n.kind = '${kind}' and n.mailed_at > now() - interval '1 hour') as mails
  from readers r join articles a on a.id = ${article} and a._status = 'published'
  where r.id = ${reader} and r.status = 'active' and ${staysOn('r')}`;

/** What {@link telling} is given of a notice: JSON, with the mail that tells it at once, if one does. */
export function writtenNotice(payload: Payload, { what, comment, reason }: Notice, to: Recipient): string {
  const kind = kindOf(what);
  const way = wayOf(to.preference ?? 'immediate', to.mails);
  const told = {
    id: randomUUID(),
    reader: to.reader,
    kind,
    what,
    reason: reason?.trim() ?? '',
    waits: way === 'digest',
  };
  if (way !== 'immediate') return JSON.stringify(told);
  const envelope = {
    newsroom: to.newsroom || nameless,
    publicURL: publicURLOf(payload),
    secret: payload.secret,
    reader: to.reader,
  };
  const { slug, headline, email } = to;
  const mail: Mail = notificationMail(envelope, { ...told, article: { slug, headline }, comment });
  return JSON.stringify({ ...told, mail: { id: randomUUID(), to: email, ...mail } });
}

/**
 * Tells a reader, once, on their account page and by mail: `given`, `told` and `mailed` of a statement. Told anew for another reason.
 * @param notice The parameter with the {@link writtenNotice}.
 * @param comment A `select` of the comment's id; of no row, and nothing is told.
 * @param after The parameter with the seconds after which the mail is due.
 */
export const telling = (notice: string, comment: string, after: string) => `
  given as (
    select given.*, comment.id as comment
    from (${comment}) as comment, jsonb_to_record(${notice}::jsonb) as given
      (id uuid, reader uuid, kind text, what text, reason text, waits boolean, mail jsonb)
      join readers on readers.id = given.reader and readers.status = 'active'
  ),
  told as (
    insert into notifications (id, reader_id, comment_id, kind, what, reason, waits, mailed_at)
    select id, reader, comment, kind, what, reason, waits, case when mail is not null then now() end from given
    on conflict (reader_id, comment_id, what) do update
      set reason = excluded.reason, waits = excluded.waits, mailed_at = excluded.mailed_at, created_at = now()
      where notifications.reason <> excluded.reason
    returning reader_id
  ),
  mailed as (${queueing(
    `select mail.id, given.reader, mail."to", mail.subject, mail.text, mail.html, mail.unsubscribe,
       now() + make_interval(secs => ${after})
     from given join told on told.reader_id = given.reader, jsonb_to_record(given.mail) as mail
       (id uuid, "to" text, subject text, text text, html text, unsubscribe text)
     where mail.id is not null`,
  )})`;
