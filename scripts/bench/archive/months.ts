/** How many months an archive of any size spans. */
const span = 240;
/** Articles of the running month, in an archive of any size: what a new article touches is then the same in all of them. */
const ofRunningMonth = 400;

/**
 * How many articles each month has, the oldest first; the last is the month that is still running. Those before it grow
 * threefold from the first to the last.
 */
export function articlesPerMonth(size: number): number[] {
  const running = Math.min(ofRunningMonth, Math.floor(size / 2));
  const before = size - running;
  const weightUpTo = (month: number) => month + (month * month) / (span - 1);
  const upTo = (month: number) => Math.round((before * weightUpTo(month)) / weightUpTo(span - 1));
  const past = Array.from({ length: span - 1 }, (_, month) => upTo(month + 1) - upTo(month));
  return [...past, running];
}

/** The instant, in milliseconds, of each article of an archive that ends at `until`, the oldest first. */
export function* instantsOf(size: number, until: Date): Generator<number> {
  const perMonth = articlesPerMonth(size);
  for (const [index, count] of perMonth.entries()) {
    const back = perMonth.length - 1 - index;
    const start = Date.UTC(until.getUTCFullYear(), until.getUTCMonth() - back);
    const end = back === 0 ? until.getTime() : Date.UTC(until.getUTCFullYear(), until.getUTCMonth() - back + 1);
    for (let article = 0; article < count; article++) yield Math.floor(start + ((end - start) * article) / count);
  }
}
