import { writeInstant } from './newsroom-time.ts';

/** Why something may not be published yet, if its embargo has not ended. Instants in ISO 8601; null for no embargo. */
export function embargoProblem(until: string | null, now: number, timeZone: string) {
  if (until === null || Date.parse(until) <= now) return [];
  const when = writeInstant(until, timeZone);
  const message = `Embargoed until ${when}. Schedule it for then, or clear the embargo to publish it now.`;
  return [{ path: 'embargoedUntil', label: 'Embargoed until', message }];
}

/**
 * When a scheduled publish is due after somebody has changed the embargo. One that waited for the embargo's end
 * follows it; one for a later time stays. A lifted embargo moves nothing, nor does one that is said to be over:
 * what is typed into a field publishes nothing by itself.
 */
export function followEmbargo(at: string, before: string | null, after: string | null, now: number): string {
  if (after === null || Date.parse(after) <= now) return at;
  return after > at || at === before ? after : at;
}
