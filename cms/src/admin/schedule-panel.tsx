'use client';

import { useAuth, useDocumentInfo } from '@payloadcms/ui';
import { isPublisher } from './is-publisher.ts';
import { ScheduleForm } from './schedule-form.tsx';
import { ScheduleItem } from './schedule-item.tsx';
import { useSchedules } from './use-schedules.ts';

/** In the sidebar: when a document will be published or come down, and what went wrong with that. */
export function SchedulePanel() {
  const { collectionSlug, hasPublishedDoc, id, isTrashed, lastUpdateTime } = useDocumentInfo();
  const { user } = useAuth();
  const document = typeof id === 'string' && !isTrashed ? id : undefined;
  const { told, failed } = useSchedules(document, lastUpdateTime);
  if (!document || (told === null && !failed)) return null;
  const isComing = told?.schedules.some(({ action, failure }) => action === 'publish' && failure === null);
  return (
    <div className="field-type dateline-schedule">
      <span className="field-label">Schedule</span>
      <div role="status">
        {failed && (
          <p className="dateline-schedule__quiet">The desk could not ask what is scheduled. Reload the page.</p>
        )}
        {told?.schedules.length === 0 && <p className="dateline-schedule__quiet">Nothing is scheduled.</p>}
        {told?.schedules.map((schedule) => (
          <ScheduleItem key={schedule.id} schedule={schedule} timeZone={told.timeZone} />
        ))}
        {isComing && told && told.lacks.length > 0 && (
          <p className="dateline-schedule__lacks">Not ready yet. {told.lacks.join(' ')}</p>
        )}
      </div>
      {told && isPublisher(user) && (
        <ScheduleForm
          collection={String(collectionSlug)}
          document={document}
          mayTakeDown={hasPublishedDoc || isComing === true}
          timeZone={told.timeZone}
        />
      )}
    </div>
  );
}
