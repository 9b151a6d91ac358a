'use client';

import { useAuth, useRouteCache } from '@payloadcms/ui';
import { useState } from 'react';
import { isPublisher } from './is-publisher.ts';
import { scheduleLine, type ListedSchedule } from './schedule-line.ts';
import { useSchedules } from './use-schedules.ts';

/** One schedule: what is to happen and when, or why it did not, with what an editor can make of it. */
export function ScheduleItem({ schedule, timeZone }: { schedule: ListedSchedule; timeZone: string }) {
  const { user } = useAuth();
  const { clearRouteCache } = useRouteCache();
  const { change } = useSchedules(undefined);
  const [busy, setBusy] = useState(false);
  const { tone, word, detail } = scheduleLine(schedule, timeZone);

  async function act(method: 'POST' | 'DELETE', path: string) {
    setBusy(true);
    await change(method, path);
    setBusy(false);
    clearRouteCache();
  }

  return (
    <div className="dateline-schedule__item">
      <span className={`dateline-standing dateline-standing--${tone} dateline-schedule__line`}>
        <span className="dateline-standing__word">{word}</span>
        {detail && <span className="dateline-standing__detail">{detail}</span>}
      </span>
      {isPublisher(user) && (
        <span className="dateline-schedule__acts">
          {schedule.failure !== null && (
            <button disabled={busy} onClick={() => void act('POST', `/${schedule.id}/retry`)} type="button">
              Retry
            </button>
          )}
          <button disabled={busy} onClick={() => void act('DELETE', `/${schedule.id}`)} type="button">
            {schedule.failure === null ? 'Cancel' : 'Dismiss'}
          </button>
        </span>
      )}
    </div>
  );
}
