import type { CommentMode } from '@dateline/shared/article';
import { threadAt } from '@dateline/shared/thread-closing';
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

/** Whether nobody can write in the thread. */
export function isClosed(
  { mode, publishedAt, subject }: ThreadFacts,
  { closeAll, closeAfterDays }: Pick<Policy, 'closeAll' | 'closeAfterDays'>,
  now: number,
): boolean {
  const article = {
    comments: mode,
    publishedAt: new Date(publishedAt).toISOString(),
    commentsCloseAfterDays: closeAfterDays,
  };
  const closed = subject === 'closed' ? Infinity : -Infinity;
  return threadAt(article, { threads: { closed: closeAll, closeAfterDays } }, closed, now).isClosed;
}

/** What readers are told of the thread. */
export function threadMode(facts: ThreadFacts, policy: Policy, now: number): CommentMode {
  if (isClosed(facts, policy, now)) return 'closed';
  return facts.mode === 'held' || facts.subject === 'held' || policy.holdAll ? 'held' : 'open';
}
