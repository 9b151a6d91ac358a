/** What came of a call. `after` is how many milliseconds the receiver asked to be left alone for. */
export type Outcome = { is: 'taken' } | { is: 'later'; after: number } | { is: 'refused' };

const day = 24 * 60 * 60 * 1000;

/** As much of an answer as decides it. */
interface Answered {
  status: number;
  headers: { get: (name: string) => string | null };
}

/** `Retry-After` in either of its forms (RFC 9110, 10.2.3), and when GitHub's limit ends; 0 where neither is said. */
function pauseAskedFor({ headers }: Answered, now: Date): number {
  const retryAfter = headers.get('retry-after')?.trim() ?? '';
  const seconds = /^\d+$/.test(retryAfter) ? Number(retryAfter) : (Date.parse(retryAfter) - now.getTime()) / 1000;
  const reset = headers.get('x-ratelimit-remaining') === '0' ? Number(headers.get('x-ratelimit-reset')) : Number.NaN;
  const pauses = [seconds * 1000, reset * 1000 - now.getTime()].filter((pause) => Number.isFinite(pause) && pause > 0);
  return Math.min(day, Math.max(0, ...pauses));
}

/** Whether an answer is a success, worth another attempt, or final. */
export function outcomeOf(answer: Answered, now: Date): Outcome {
  const { status } = answer;
  if (status >= 200 && status < 300) return { is: 'taken' };
  const after = pauseAskedFor(answer, now);
  // GitHub says 403 where it limits the rate, with one of the headers beside it.
  if (status === 408 || status === 429 || status >= 500 || (status === 403 && after > 0)) return { is: 'later', after };
  return { is: 'refused' };
}

const shortest = 5_000;
const longest = 10 * 60 * 1000;

/**
 * Milliseconds until the next attempt: twice as long after each failure, up to ten minutes, half of it by chance, and
 * never sooner than the receiver asked.
 * @param attempts Failures in a row, this one included.
 * @param after What the receiver asked for.
 * @param chance From 0 to 1.
 */
export function pauseBefore(attempts: number, after: number, chance: number): number {
  const pause = Math.min(longest, shortest * 2 ** Math.min(attempts - 1, 16));
  return Math.max(after, Math.round(pause / 2 + (pause / 2) * chance));
}
