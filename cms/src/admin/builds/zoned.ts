import type { Payload } from 'payload';
import { settingsGlobal } from '../../collections/slugs.ts';

/** Writes instants in the newsroom's zone, which is named once on the page. */
export interface Clock {
  zone: string;
  write: (instant: Date) => string;
}

/** The newsroom's clock. */
export async function newsroomClock(payload: Payload): Promise<Clock> {
  const settings = (await payload.findGlobal({ slug: settingsGlobal, depth: 0 })) as { timeZone?: unknown };
  const zone = typeof settings.timeZone === 'string' ? settings.timeZone : 'UTC';
  const format = new Intl.DateTimeFormat('en-GB', { timeZone: zone, dateStyle: 'medium', timeStyle: 'medium' });
  return { zone, write: (instant) => format.format(instant) };
}
