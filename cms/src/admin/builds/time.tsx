import type { Clock } from './zoned.ts';

/** An instant in the newsroom's zone. */
export function Time({ at, clock }: { at: Date; clock: Clock }) {
  return <time dateTime={at.toISOString()}>{clock.write(at)}</time>;
}
