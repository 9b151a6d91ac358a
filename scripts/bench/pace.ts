import { setTimeout as wait } from 'node:timers/promises';

/** Milliseconds from one publish to the next. The builder renders a page at most four times a second, which no desk asks of it. */
const apart = 260;

/** Lets a publish begin only so long after the one before began. */
export function openPace(signal: AbortSignal): () => Promise<void> {
  let next = 0;
  return async () => {
    const left = next - performance.now();
    if (left > 0) await wait(left, undefined, { signal });
    next = performance.now() + apart;
  };
}
