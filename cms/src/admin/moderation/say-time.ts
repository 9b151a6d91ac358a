const units = [
  ['day', 86_400],
  ['hour', 3_600],
  ['minute', 60],
] as const;

/** A span of seconds, in the largest unit that it fills: `3 hours`. */
export function saySpan(seconds: number): string {
  for (const [unit, size] of units) {
    const count = Math.floor(seconds / size);
    if (count > 0) return `${count} ${unit}${count === 1 ? '' : 's'}`;
  }
  return 'less than a minute';
}

/** How long ago an instant was. */
export const sayAge = (instant: string, now: number) => `${saySpan((now - Date.parse(instant)) / 1000)} ago`;

const format = new Intl.DateTimeFormat('en-GB', { dateStyle: 'medium', timeStyle: 'short' });

/** An instant by the clock of whoever looks. */
export const sayInstant = (instant: string) => format.format(new Date(instant));
