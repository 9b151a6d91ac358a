import { outcomeOf, type Outcome } from './outcome.ts';
import type { Head, Target } from './target.ts';

/** Seconds until a receiver that does not answer is given up. */
const patience = 15;

export type Called = Outcome & { status: number | null; answer: string };

function failureOf(error: unknown): string {
  if (error instanceof Error && error.name === 'TimeoutError') return `It did not answer within ${patience} seconds.`;
  // The message may hold the address, whose path may be a secret: only the code is told.
  const cause = error instanceof Error ? (error.cause as { code?: unknown } | undefined) : undefined;
  return typeof cause?.code === 'string' ? `It cannot be reached (${cause.code}).` : 'It cannot be reached.';
}

/** Calls a target once. Nothing that it answers is passed on but its status: it might repeat what it was sent. */
export async function call(target: Target, head: Head, request: number, signal: AbortSignal): Promise<Called> {
  const now = new Date();
  const { url, headers, body } = target.request(head, request, now);
  try {
    const answer = await fetch(url, {
      method: 'POST',
      headers,
      body,
      redirect: 'manual',
      signal: AbortSignal.any([signal, AbortSignal.timeout(patience * 1000)]),
    });
    await answer.body?.cancel();
    const outcome = outcomeOf(answer, new Date());
    const said = outcome.is === 'taken' ? `Taken (${answer.status}).` : target.explain(answer.status);
    return { ...outcome, status: answer.status, answer: said };
  } catch (error) {
    signal.throwIfAborted();
    return { is: 'later', after: 0, status: null, answer: failureOf(error) };
  }
}
