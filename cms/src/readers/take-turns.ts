import { ReaderFailure } from './failure.ts';

/**
 * Does work for many, so much of it at once, and the rest in the order in which it was asked for.
 * @param limits.mostWaiting Whoever comes when so many wait is asked to come again.
 */
export function takeTurns({ atOnce, mostWaiting }: { atOnce: number; mostWaiting: number }) {
  let running = 0;
  const waiting: (() => void)[] = [];

  /** @throws ReaderFailure `busy` */
  return async function inTurn<T>(work: () => Promise<T>): Promise<T> {
    if (running < atOnce) running++;
    else if (waiting.length < mostWaiting) await new Promise<void>((resolve) => waiting.push(resolve));
    else throw new ReaderFailure('busy', { retryAfter: 30 });
    try {
      return await work();
    } finally {
      const next = waiting.shift();
      if (next) next();
      else running--;
    }
  };
}
