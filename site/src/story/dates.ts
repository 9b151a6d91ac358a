import type { Settings } from '@dateline/shared/settings';

type Style = 'day' | 'weekday' | 'instant' | 'month';
type Where = Pick<Settings, 'language' | 'timeZone'>;

const styles: Record<Style, Intl.DateTimeFormatOptions> = {
  day: { day: 'numeric', month: 'long', year: 'numeric' },
  weekday: { weekday: 'long', day: 'numeric', month: 'long', year: 'numeric' },
  instant: {
    day: 'numeric',
    month: 'long',
    year: 'numeric',
    hour: 'numeric',
    minute: '2-digit',
    timeZoneName: 'short',
  },
  month: { month: 'long', year: 'numeric' },
};

/** Kept, since building one costs more than all the rest of a page's dates. */
const formatters = new Map<string, Intl.DateTimeFormat>();

function formatter(style: Style, language: string, timeZone: string): Intl.DateTimeFormat {
  const key = `${style} ${language} ${timeZone}`;
  let found = formatters.get(key);
  if (!found) {
    found = new Intl.DateTimeFormat(language, { ...styles[style], timeZone });
    formatters.set(key, found);
  }
  return found;
}

/** A day such as `2026-02-04` in the newsroom's language. A day has no time zone, so none moves it. */
export const writeDay = (day: string, where: Where) =>
  formatter('day', where.language, 'UTC').format(new Date(`${day}T00:00:00Z`));

/** The same with the day of the week. */
export const writeWeekday = (day: string, where: Where) =>
  formatter('weekday', where.language, 'UTC').format(new Date(`${day}T00:00:00Z`));

/** The day on which an instant falls where the newsroom is. */
export const writeDayOf = (instant: string, where: Where) =>
  formatter('day', where.language, where.timeZone).format(new Date(instant));

/** An instant with day, time and the zone's short name. */
export const writeInstant = (instant: string, where: Where) =>
  formatter('instant', where.language, where.timeZone).format(new Date(instant));

/** A month such as `2026-02` in words. */
export const writeMonth = (month: string, where: Where) =>
  formatter('month', where.language, 'UTC').format(new Date(`${month}-01T00:00:00Z`));
