/** Each English has names for the zones of its own part of the world, and offsets for the rest. */
const englishes = ['en-GB', 'en-KE', 'en-US', 'en-IN', 'en-AU'];

function nameOfZone(instant: Date, timeZone: string): string {
  const names = englishes.map(
    (language) =>
      new Intl.DateTimeFormat(language, { timeZone, timeZoneName: 'short' })
        .formatToParts(instant)
        .find(({ type }) => type === 'timeZoneName')?.value ?? '',
  );
  return names.find((name) => !/^GMT[+-]/.test(name)) ?? names[0] ?? '';
}

/** An instant as the newsroom reads it: `4 Feb 2026, 12:00 EAT`. */
export function writeInstant(instant: string, timeZone: string): string {
  const date = new Date(instant);
  const style = { day: 'numeric', month: 'short', year: 'numeric', hour: '2-digit', minute: '2-digit' } as const;
  const text = new Intl.DateTimeFormat('en-GB', { ...style, timeZone }).format(date);
  return `${text} ${nameOfZone(date, timeZone)}`;
}

/** What a clock on the newsroom's wall shows at an instant, as an input of type `datetime-local` has it: `2026-02-04T12:00`. */
export function wallTime(instant: string, timeZone: string): string {
  const style = { year: 'numeric', month: '2-digit', day: '2-digit', hour: '2-digit', minute: '2-digit' } as const;
  const parts = new Intl.DateTimeFormat('en-GB', { ...style, timeZone }).formatToParts(new Date(instant));
  const of = (type: string) => parts.find((part) => part.type === type)?.value ?? '';
  return `${of('year').padStart(4, '0')}-${of('month')}-${of('day')}T${of('hour')}:${of('minute')}`;
}

const minutesBetween = (from: string, to: string) => (Date.parse(`${to}Z`) - Date.parse(`${from}Z`)) / 60_000;

/**
 * The instant at which the newsroom's wall shows a time; null where that is no time.
 * One that the clocks skip in spring counts from before they did; of one that comes twice in autumn it is the first.
 */
export function instantAt(wall: string, timeZone: string): string | null {
  if (!/^\d{4}-\d\d-\d\dT\d\d:\d\d$/.test(wall) || Number.isNaN(Date.parse(`${wall}Z`))) return null;
  const asked = Date.parse(`${wall}Z`);
  const shifts = [-24, 24].map((hours) => {
    const nearby = new Date(asked + hours * 3_600_000).toISOString();
    return minutesBetween(nearby.slice(0, 16), wallTime(nearby, timeZone));
  });
  const candidates = shifts.map((minutes) => new Date(asked - minutes * 60_000).toISOString());
  const found = candidates.filter((candidate) => wallTime(candidate, timeZone) === wall).sort();
  return found[0] ?? candidates[0] ?? null;
}
