import type { ProblemCode } from '@dateline/shared/problem';

/** What a moderation check is told. */
export interface Submission {
  comment: { body: string };
  reader: { status: string; approved: number };
  thread: { mode: 'open' | 'held' | 'closed' };
  policy: ModerationPolicy;
}

interface ModerationPolicy {
  /** A reader's comments wait until one of them was approved. */
  holdNew: boolean;
  /** More links than these, and a comment waits. */
  links: number;
}

export type Verdict = { do: 'publish' } | { do: 'hold' } | { do: 'refuse'; because: ProblemCode };

type Check = (submission: Submission) => Verdict | undefined;

const hold: Verdict = { do: 'hold' };
const link = /https?:\/\/|\bwww\./gi;

/** The order is the policy: refusals stand before holds, so that nobody waits for what cannot be. */
const checks: readonly Check[] = [
  // A closed thread is closed for everybody.
  ({ thread }) => (thread.mode === 'closed' ? { do: 'refuse', because: 'thread-closed' } : undefined),
  // Suspended between the session's check and now.
  ({ reader }) => (reader.status === 'active' ? undefined : { do: 'refuse', because: 'suspended' }),
  // The desk wants to read everything under this article first.
  ({ thread }) => (thread.mode === 'held' ? hold : undefined),
  // Nobody knows this reader yet.
  ({ reader, policy }) => (policy.holdNew && reader.approved === 0 ? hold : undefined),
  // Many links are what spam is made of.
  ({ comment, policy }) => ((comment.body.match(link)?.length ?? 0) > policy.links ? hold : undefined),
];

/** What becomes of a comment: the first check that has a verdict decides, and without one it is published. */
export function moderate(submission: Submission): Verdict {
  for (const check of checks) {
    const verdict = check(submission);
    if (verdict) return verdict;
  }
  return { do: 'publish' };
}
