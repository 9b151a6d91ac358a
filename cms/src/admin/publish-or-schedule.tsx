'use client';

import { FormSubmit, PublishButton, toast, useConfig, useDocumentInfo, useForm, useFormFields } from '@payloadcms/ui';
import { useEffect, useState } from 'react';
import { writeInstant } from '../schedule/newsroom-time.ts';
import { useSchedules } from './use-schedules.ts';

const longest = 2 ** 31 - 1;

/** Whether an embargo still holds; tells again when it ends. */
function useHolds(until: string | null): boolean {
  const [now, setNow] = useState(() => Date.now());
  const end = until === null ? 0 : Date.parse(until);
  useEffect(() => {
    if (end <= Date.now()) return;
    const timer = setTimeout(() => setNow(Date.now()), Math.min(end - Date.now() + 1, longest));
    return () => clearTimeout(timer);
  }, [end, now]);
  return end > now;
}

/** The button that publishes. Under an embargo it schedules for its end instead, and says so. */
export function PublishOrSchedule() {
  const value = useFormFields(([fields]) => fields.embargoedUntil?.value);
  const until = typeof value === 'string' && !Number.isNaN(Date.parse(value)) ? new Date(value).toISOString() : null;
  return useHolds(until) && until !== null ? <ScheduleButton until={until} /> : <PublishButton />;
}

function ScheduleButton({ until }: { until: string }) {
  const { config } = useConfig();
  const { collectionSlug, hasPublishPermission, id, lastUpdateTime } = useDocumentInfo();
  const { submit } = useForm();
  const { told, change } = useSchedules(typeof id === 'string' ? id : undefined, lastUpdateTime);
  const [busy, setBusy] = useState(false);
  if (!hasPublishPermission || !told) return null;
  const when = writeInstant(until, told.timeZone);
  const isDone = told.schedules.some(({ action, at, failure }) => action === 'publish' && at === until && !failure);

  async function schedule() {
    setBusy(true);
    // What is on the screen is what is to be published.
    const saved = await submit({
      action: `${config.serverURL}${config.routes.api}/${collectionSlug}/${id}?draft=true&depth=0`,
      method: 'PATCH',
      overrides: { _status: 'draft' },
      skipValidation: true,
      disableSuccessStatus: true,
    });
    const act = { collection: collectionSlug, document: id, action: 'publish', at: until };
    if (saved && (await change('POST', '', act))) toast.success(`It will be published on ${when}.`);
    setBusy(false);
  }

  return (
    <FormSubmit
      buttonId="action-schedule"
      disabled={busy || isDone}
      onClick={() => void schedule()}
      size="medium"
      type="button"
    >
      {isDone ? 'Scheduled for' : 'Schedule for'} {when}
    </FormSubmit>
  );
}
