/** Kept, since building one costs more than all of its answers. */
const formatters = new Map<string, Intl.DateTimeFormat>();

function formatter(timeZone: string): Intl.DateTimeFormat {
  let found = formatters.get(timeZone);
  if (!found) {
    // Swedish writes days as ISO 8601 does.
    found = new Intl.DateTimeFormat('sv-SE', { timeZone, year: 'numeric', month: '2-digit', day: '2-digit' });
    formatters.set(timeZone, found);
  }
  return found;
}

/**
 * The day on which an instant falls in a time zone: `2026-02-04`.
 * @param at Milliseconds since 1970.
 */
export const dayAt = (at: number, timeZone: string) => formatter(timeZone).format(at);

const longestDay = 30 * 3_600_000;

/**
 * The first instant of the next day in a time zone. It is looked for, not reckoned: clocks are put forward and back at
 * midnight too, and then a day begins at one o'clock.
 * @param at Milliseconds since 1970; so is what is returned.
 */
export function nextDayAt(at: number, timeZone: string): number {
  const today = dayAt(at, timeZone);
  let [before, after] = [at, at + longestDay];
  while (after - before > 1) {
    const between = Math.floor((before + after) / 2);
    if (dayAt(between, timeZone) === today) before = between;
    else after = between;
  }
  return after;
}
