import { readFileSync } from 'node:fs';

/** What time it is, in milliseconds since 1970. Pages get at it through a question alone, which says until when its answer holds. */
export type Clock = () => number;

/**
 * The time of day; or, for tests, a clock that stands at the instant that a file holds, so that every process of a builder
 * has the same.
 */
export const clockFrom = (file: string | undefined): Clock => (file === undefined ? Date.now : () => instantIn(file));

function instantIn(file: string): number {
  const now = Date.parse(readFileSync(file, 'utf8'));
  if (Number.isNaN(now)) throw new Error(`${file} does not hold an instant, such as 2026-02-04T09:00:00.000Z.`);
  return now;
}
