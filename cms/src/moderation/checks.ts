import { details, fillIn } from '@dateline/shared/details';
import { foldedPhrase, hasPhrase } from './fold.ts';
import { htmlOn } from '../project/comment-html.ts';
import { commentText } from '../project/comment-text.ts';
import { isWithin, linkedHosts, plainHost } from './links.ts';
import type { Policy } from './policy.ts';
import { isClosed, type ThreadFacts } from './thread-mode.ts';
import { standingOf, type TrackRecord } from './trust.ts';
import type { HoldReason, Verdict } from './verdict.ts';

/** What the checks are told. */
export interface Submission {
  comment: { body: string };
  reader: TrackRecord & {
    status: string;
    /** Whether a ban fits their mail address, or the one that they write from. */
    isBanned: boolean;
    /** Whether the newsroom's terms have changed since they agreed to them. */
    owesTerms: boolean;
    /** Comments in the last hour. */
    lastHour: number;
  };
  thread: ThreadFacts & {
    /** A language tag. */
    language: string;
    /** Comments in the last ten minutes. */
    lastTenMinutes: number;
  };
  /** The same text, folded, in the last day. */
  repeats: { hereBySame: number; elsewhereBySame: number; byOthers: number };
  policy: Policy;
  /** The site's own host, whose links do not count. */
  ownHost: string;
  now: number;
}

type Check = (submission: Submission) => Verdict | undefined;

const hold = (because: HoldReason): Verdict => ({ do: 'hold', because });

/** A closed thread is closed for everybody. */
const threadClosed: Check = ({ thread, policy, now }) =>
  isClosed(thread, policy, now) ? { do: 'refuse', because: 'thread-closed' } : undefined;

/** Suspended between the session's check and now. */
const readerSuspended: Check = ({ reader }) =>
  reader.status === 'active' ? undefined : { do: 'refuse', because: 'suspended' };

const readerBanned: Check = ({ reader }) => (reader.isBanned ? { do: 'refuse', because: 'banned' } : undefined);

const termsChanged: Check = ({ reader }) => (reader.owesTerms ? { do: 'refuse', because: 'terms-changed' } : undefined);

/** From so many readers on, and so many words, the same text is a campaign. */
const campaign = { readers: 3, words: 6 };

const repeatedHere: Check = ({ repeats }) =>
  repeats.hereBySame > 0 ? { do: 'refuse', because: 'repeated' } : undefined;

const repeatedElsewhere: Check = ({ repeats, comment }) => {
  if (repeats.elsewhereBySame === 0 && repeats.byOthers < campaign.readers) return undefined;
  return foldedPhrase(comment.body).split(' ').length >= campaign.words ? hold('repeat') : undefined;
};

/** A burst is held, not lost. */
const tooOften: Check = ({ reader, thread, policy }) => {
  const isBurst = (limit: number, count: number) => limit > 0 && count >= limit;
  return isBurst(policy.readerPerHour, reader.lastHour) || isBurst(policy.threadPerTenMinutes, thread.lastTenMinutes)
    ? hold('rate')
    : undefined;
};

const length: Check = ({ comment: { body }, policy: { shortest, longest } }) =>
  body.length >= shortest && body.length <= longest
    ? undefined
    : { do: 'refuse', because: 'wrong-length', detail: fillIn(details.characters, shortest, longest) };

const links: Check = ({ comment, policy, ownHost }) => {
  const hosts = linkedHosts(comment.body, ownHost).filter((host) => host !== ownHost);
  if (hosts.some((host) => policy.watchedDomains.some((domain) => isWithin(host, plainHost(domain)))))
    return hold('domain');
  return hosts.length > policy.links ? hold('links') : undefined;
};

/** Words of the article's language and of every language, as they are typed and as they are shown. Those that refuse stand before those that hold. */
const words: Check = ({ comment, policy, thread, ownHost }) => {
  const base = thread.language.toLowerCase().split('-')[0];
  const lists = policy.words.filter(({ language }) => language === null || language.split('-')[0] === base);
  if (lists.length === 0) return undefined;
  const shown = commentText(htmlOn(comment.body, ownHost));
  const texts = [comment.body, shown].map(foldedPhrase);
  const found = lists.filter(({ phrases }) => phrases.some((phrase) => texts.some((text) => hasPhrase(text, phrase))));
  if (found.some((list) => list.do === 'refuse')) return { do: 'refuse', because: 'unwanted-words' };
  return found.length > 0 ? hold('words') : undefined;
};

/** The desk wants to read everything under this article first. */
const articleHeld: Check = ({ thread, policy }) =>
  thread.mode === 'held' || policy.holdAll ? hold('article') : undefined;

/** A minor, a live court case: whatever the article itself says. */
const subjectHeld: Check = ({ thread }) => (thread.subject === 'held' ? hold('subject') : undefined);

const newReader: Check = ({ reader, policy }) => {
  if (!policy.holdNew) return undefined;
  const standing = standingOf(reader, policy.trustAfter);
  return standing === 'trusted' ? undefined : hold(standing === 'new' ? 'new-reader' : 'distrusted');
};

/** The order is the policy: refusals stand before holds, so that nobody waits for what cannot be. */
const checks: readonly Check[] = [
  threadClosed,
  readerSuspended,
  readerBanned,
  termsChanged,
  repeatedHere,
  length,
  words,
  articleHeld,
  subjectHeld,
  repeatedElsewhere,
  tooOften,
  links,
  newReader,
];

/** What becomes of a comment: the first check that has a verdict decides, and without one it is published. */
export function moderate(submission: Submission): Verdict {
  for (const check of checks) {
    const verdict = check(submission);
    if (verdict) return verdict;
  }
  return { do: 'publish' };
}
