'use client';

import { toast } from '@payloadcms/ui';
import { useId, useState } from 'react';
import { instantAt, writeInstant } from '../schedule/newsroom-time.ts';
import { useSchedules } from './use-schedules.ts';

interface Props {
  collection: string;
  document: string;
  /** Whether it is, or will be, public, so that it can come down. */
  mayTakeDown: boolean;
  timeZone: string;
}

/** Chooses a time at which a document is published or comes down. It stands within Payload's form, so it is none itself. */
export function ScheduleForm({ collection, document, mayTakeDown, timeZone }: Props) {
  const [wall, setWall] = useState('');
  const [busy, setBusy] = useState(false);
  const { change } = useSchedules(undefined);
  const input = useId();
  const at = instantAt(wall, timeZone);

  async function schedule(action: 'publish' | 'unpublish') {
    if (at === null) return void toast.error('Enter a day and a time.');
    setBusy(true);
    if (await change('POST', '', { collection, document, action, at })) setWall('');
    setBusy(false);
  }

  return (
    <details className="dateline-schedule__form">
      <summary>Schedule…</summary>
      <label htmlFor={input}>Day and time in the newsroom ({timeZone.replaceAll('_', ' ')})</label>
      <input
        className="dateline-time"
        id={input}
        onChange={({ target }) => setWall(target.value)}
        type="datetime-local"
        value={wall}
      />
      {at !== null && <p className="dateline-schedule__quiet">{writeInstant(at, timeZone)}</p>}
      <span className="dateline-schedule__acts">
        <button disabled={busy} onClick={() => void schedule('publish')} type="button">
          Publish then
        </button>
        {mayTakeDown && (
          <button disabled={busy} onClick={() => void schedule('unpublish')} type="button">
            Take down then
          </button>
        )}
      </span>
    </details>
  );
}
