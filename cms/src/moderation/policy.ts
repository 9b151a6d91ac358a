import { limits } from '@dateline/shared/limits';
import { foldedPhrase } from './fold.ts';

/** A list of words of one language, as the newsroom wrote it. */
interface WordList {
  /** A language tag; null for words of every language. */
  language: string | null;
  do: 'hold' | 'refuse';
  /** Folded, so that comparing is a search for text in text. */
  phrases: readonly string[];
}

/** How strictly comments are read. */
export interface Policy {
  /** Whether readers without trust wait. */
  holdNew: boolean;
  /** So many approved comments since the last refusal, and a reader is trusted. */
  trustAfter: number;
  /** More links than these, and a comment waits. */
  links: number;
  watchedDomains: readonly string[];
  words: readonly WordList[];
  /** In UTF-16 code units. */
  shortest: number;
  longest: number;
  /** A reader's comments in an hour; more wait. 0 for no such limit. */
  readerPerHour: number;
  /** A thread's comments in ten minutes; more wait. 0 for no such limit. */
  threadPerTenMinutes: number;
  /** So many readers report a published comment, and it waits again. 0 for never. */
  reports: number;
  /** Minutes in which readers can change what they wrote; 0 for never. */
  editMinutes: number;
  /** Days after an article's first publication; 0 for never. */
  closeAfterDays: number;
  /** Every thread is closed. */
  closeAll: boolean;
  /** Every comment waits. */
  holdAll: boolean;
  /** Whoever may decide comments gets a mail when a burst begins. */
  mailBursts: boolean;
}

export const defaultPolicy: Policy = {
  holdNew: true,
  trustAfter: 1,
  links: 2,
  watchedDomains: [],
  words: [],
  shortest: limits.comment.min,
  longest: limits.comment.max,
  readerPerHour: 30,
  threadPerTenMinutes: 0,
  reports: 3,
  editMinutes: 10,
  closeAfterDays: 0,
  closeAll: false,
  holdAll: false,
  mailBursts: true,
};

/** The settings of moderation as the desk stores them: what is empty has its default. */
export type StoredPolicy = Partial<
  Record<Exclude<keyof Policy, 'words' | 'watchedDomains'>, number | boolean | null>
> & {
  watchedDomains?: string[] | null;
  words?: { language?: string | null; do?: string | null; list?: string | null }[] | null;
};

/** What an article says otherwise; null where it says nothing. */
export interface PolicyOverride {
  newReaders: 'hold' | 'publish' | null;
  links: number | null;
  closeAfterDays: number | null;
}

const given = <Value>(value: unknown, otherwise: Value): Value =>
  typeof value === typeof otherwise ? (value as Value) : otherwise;

/** The newsroom's policy. */
export function readPolicy(stored: StoredPolicy): Policy {
  const { words, watchedDomains, ...plain } = stored;
  const own = Object.fromEntries(
    Object.entries(defaultPolicy).map(([name, value]) => [name, given(plain[name as keyof typeof plain], value)]),
  ) as unknown as Policy;
  return {
    ...own,
    watchedDomains: (watchedDomains ?? []).map((domain) => domain.trim().toLowerCase()).filter(Boolean),
    words: (words ?? []).map((list) => ({
      language: list.language?.trim().toLowerCase() || null,
      do: list.do === 'refuse' ? 'refuse' : 'hold',
      phrases: (list.list ?? '').split('\n').map(foldedPhrase).filter(Boolean),
    })),
  };
}

/** The policy under one article. */
export function overridden(policy: Policy, override: PolicyOverride): Policy {
  return {
    ...policy,
    holdNew: override.newReaders === null ? policy.holdNew : override.newReaders === 'hold',
    links: override.links ?? policy.links,
    closeAfterDays: override.closeAfterDays ?? policy.closeAfterDays,
  };
}
