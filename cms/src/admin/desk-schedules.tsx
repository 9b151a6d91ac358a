import { Link } from '@payloadcms/ui';
import type { ServerProps } from 'payload';
import { formatAdminURL } from 'payload/shared';
import { newsroomZone } from '../schedule/embargo-of.ts';
import { listSchedules } from '../schedule/list.ts';
import { ScheduleItem } from './schedule-item.tsx';

/** On the dashboard: what was scheduled and failed, and what comes next. */
export async function DeskSchedules({ payload, user }: ServerProps) {
  if (!user) return null;
  const [timeZone, schedules] = await Promise.all([newsroomZone({ payload }), listSchedules(payload)]);
  return (
    <section className="dateline-panel dateline-schedules">
      <h2 className="dateline-panel__title">Scheduled</h2>
      {schedules.length === 0 && (
        <p className="dateline-panel__quiet">Nothing is scheduled. Choose a time in the sidebar of a story.</p>
      )}
      <ul className="dateline-panel__list">
        {schedules.map((schedule) => (
          <li key={schedule.id}>
            <Link
              href={formatAdminURL({
                adminRoute: payload.config.routes.admin,
                path: `/collections/${schedule.collection}/${schedule.document}`,
              })}
              prefetch={false}
            >
              {schedule.title}
            </Link>
            <ScheduleItem schedule={schedule} timeZone={timeZone} />
          </li>
        ))}
      </ul>
    </section>
  );
}
