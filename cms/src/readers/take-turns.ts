import { ReaderFailure } from './failure.ts';

/**
 * Does work for many, so much of it at once, and the rest in the order in which it was asked for.
 * @param limits.atOnce Asked whenever some may begin; less than one counts as one.
 * @param limits.mostWaiting Whoever comes when so many wait is asked to come again.
 */
export function takeTurns({ atOnce, mostWaiting }: { atOnce: () => number; mostWaiting: number }) {
  let running = 0;
  const waiting: (() => void)[] = [];

  function beginNext(): void {
    for (const most = Math.max(1, atOnce()); running < most; running++) {
      const begin = waiting.shift();
      if (!begin) return;
      begin();
    }
  }

  /** @throws ReaderFailure `busy` */
  return async function inTurn<T>(work: () => Promise<T>): Promise<T> {
    if (waiting.length >= mostWaiting) throw new ReaderFailure('busy', { retryAfter: 30 });
    await new Promise<void>((begin) => {
      waiting.push(begin);
      beginNext();
    });
    try {
      return await work();
    } finally {
      running--;
      beginNext();
    }
  };
}
