import type { CommentMode } from '@dateline/shared/article';
import type { Policy } from './policy.ts';

/** What a thread is, before anybody writes in it. */
export interface ThreadFacts {
  /** What the article itself says. */
  mode: CommentMode;
  /** First publication, in milliseconds. */
  publishedAt: number;
  /** The strictest mark on somebody or some place that the article mentions. */
  subject: 'held' | 'closed' | null;
}

const day = 86_400_000;

/** Why nobody can write in the thread; undefined where somebody can. */
export function closedBecause(
  { mode, publishedAt, subject }: ThreadFacts,
  policy: Pick<Policy, 'closeAll' | 'closeAfterDays'>,
  now: number,
): 'all' | 'article' | 'subject' | 'age' | undefined {
  if (policy.closeAll) return 'all';
  if (mode === 'closed') return 'article';
  if (subject === 'closed') return 'subject';
  if (policy.closeAfterDays > 0 && now >= publishedAt + policy.closeAfterDays * day) return 'age';
  return undefined;
}

/** What readers are told of the thread. */
export function threadMode(facts: ThreadFacts, policy: Policy, now: number): CommentMode {
  if (closedBecause(facts, policy, now)) return 'closed';
  return facts.mode === 'held' || facts.subject === 'held' || policy.holdAll ? 'held' : 'open';
}
