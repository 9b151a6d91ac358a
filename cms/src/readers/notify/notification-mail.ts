import { readerRoutes } from '@dateline/shared/routes';
import { layMail, type Mail, type MailPart } from '../mail-layout.ts';
import { kinds, type Kind } from './preference.ts';
import { unsubscribeToken } from './unsubscribe-token.ts';

/** Something that happened to what a reader wrote. */
export interface Happening {
  kind: Kind;
  what: 'reply' | 'approved' | 'refused' | 'removed';
  article: { slug: string; headline: string };
  /** The reply, or one's own comment: what the link leads to. */
  comment: { id: string; authorName: string; body: string };
  /** The desk's reason, as its reader is told. */
  reason: string;
}

/** Who writes, and to whom. */
export interface Envelope {
  newsroom: string;
  publicURL: string;
  /** Signs the link that ends these mails. */
  secret: string;
  reader: string;
}

/** What the log keeps of a subject, once a mail is sent: it names nobody. */
export const aboutComments = 'About your comments';

const excerpt = (text: string) => {
  const line = text.trim();
  return line.length > 400 ? `${line.slice(0, 400).trimEnd()}…` : line;
};

/** In one line, as the account page and a mail's subject say it. */
export function sayHappening({ what, article, comment }: Pick<Happening, 'what' | 'article' | 'comment'>): string {
  const on = `“${article.headline}”`;
  if (what === 'reply') return `${comment.authorName} replied to you under ${on}`;
  if (what === 'approved') return `Your comment under ${on} is published`;
  return what === 'refused' ? `Your comment under ${on} was not accepted` : `Your comment under ${on} was taken down`;
}

/** Where it is to be seen: a path of the site. */
export const placeOf = ({ what, comment }: Pick<Happening, 'what' | 'comment'>) =>
  what === 'refused' || what === 'removed'
    ? `${readerRoutes.account}#comment-${comment.id}`
    : readerRoutes.comment(comment.id);

function parts(happening: Happening, publicURL: string): MailPart[] {
  const { reason, what, comment } = happening;
  return [
    `${sayHappening(happening)}.`,
    { quote: excerpt(comment.body) },
    ...(reason && (what === 'refused' || what === 'removed') ? [`The newsroom’s reason: ${reason}`] : []),
    { url: new URL(placeOf(happening), publicURL).href, label: what === 'reply' ? 'Read the reply' : 'Open it' },
  ];
}

function wrap(envelope: Envelope, kind: Kind, subject: string, inside: MailPart[]): Mail {
  const { newsroom, publicURL, secret, reader } = envelope;
  const unsubscribe = new URL(readerRoutes.unsubscribe, publicURL);
  unsubscribe.searchParams.set('token', unsubscribeToken(secret, reader, kind));
  const foot = [
    `You get this since you comment at ${newsroom}.`,
    { url: unsubscribe.href, label: `No more mails about this: ${kinds[kind].label.toLowerCase()}` },
    { url: new URL(readerRoutes.accountNotifications, publicURL).href, label: 'Choose what you are told' },
  ];
  return { ...layMail(newsroom, subject, inside, foot), unsubscribe: unsubscribe.href };
}

/** One line, as a subject has it. */
const line = (text: string) => text.replace(/\s+/g, ' ').trim().slice(0, 200);

/** A mail about one happening. */
export const notificationMail = (envelope: Envelope, happening: Happening) =>
  wrap(envelope, happening.kind, line(sayHappening(happening)), parts(happening, envelope.publicURL));

/** A mail about a day's happenings of one kind, of which there is at least one. */
export function digestMail(envelope: Envelope, happenings: readonly Happening[]): Mail {
  const [first] = happenings;
  if (!first) throw new Error('A digest has something to say.');
  if (happenings.length === 1) return notificationMail(envelope, first);
  const subject = `${happenings.length} news about your comments at ${envelope.newsroom}`;
  return wrap(
    envelope,
    first.kind,
    line(subject),
    happenings.flatMap((happening) => parts(happening, envelope.publicURL)),
  );
}
