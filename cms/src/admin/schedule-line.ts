import { writeInstant } from '../schedule/newsroom-time.ts';
import type { Schedule } from '../schedule/schedule.ts';

/** A schedule as the desk is told of it. */
export type ListedSchedule = Omit<Schedule, 'user'> & {
  title: string;
  /** Who answers for it; null where they have left. */
  by: string | null;
};

/** How `GET /newsroom/schedules` answers. */
export interface Schedules {
  /** The newsroom's zone. */
  timeZone: string;
  schedules: ListedSchedule[];
  /** What the document still lacks to be published when it is due. */
  lacks: string[];
}

type Line = { tone: 'bad' | 'busy'; word: string; detail: string };

/** What the desk says of a schedule: `Scheduled for 4 Feb 2026, 12:00 EAT`. */
export function scheduleLine({ action, at, by, failure }: ListedSchedule, timeZone: string): Line {
  const when = writeInstant(at, timeZone);
  const who = by === null ? '' : `by ${by}`;
  if (failure === null) {
    const word = action === 'publish' ? `Scheduled for ${when}` : `Comes down on ${when}`;
    return { tone: 'busy', word, detail: who };
  }
  const word = action === 'publish' ? 'Scheduled publish failed' : 'Scheduled taking down failed';
  return { tone: 'bad', word, detail: [failure, `Due on ${when}${who && `, ${who}`}.`].filter(Boolean).join(' ') };
}
