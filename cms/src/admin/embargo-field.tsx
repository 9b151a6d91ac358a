'use client';

import { FieldError, FieldLabel, useConfig, useField } from '@payloadcms/ui';
import type { DateFieldClientComponent } from 'payload';
import { useEffect, useState } from 'react';
import { settingsGlobal } from '../collections/slugs.ts';
import { instantAt, wallTime, writeInstant } from '../schedule/newsroom-time.ts';

/** The newsroom's zone; null until it is known. */
function useNewsroomZone(): string | null {
  const { config } = useConfig();
  const [zone, setZone] = useState<string | null>(null);
  const url = `${config.serverURL}${config.routes.api}/globals/${settingsGlobal}?depth=0&select[timeZone]=true`;
  useEffect(() => {
    const abort = new AbortController();
    fetch(url, { credentials: 'include', signal: abort.signal })
      .then((response) => response.json())
      .then(({ timeZone }) => setZone(typeof timeZone === 'string' ? timeZone : 'UTC'))
      .catch(() => {
        if (!abort.signal.aborted) setZone('UTC');
      });
    return () => abort.abort();
  }, [url]);
  return zone;
}

/** Until when nothing of an article may be public, by the newsroom's clock. */
export const EmbargoField: DateFieldClientComponent = ({ path, readOnly }) => {
  const { value, setValue, showError, errorMessage, disabled } = useField<string | null>({ path });
  const zone = useNewsroomZone();
  const [typed, setTyped] = useState<string | null>(null);
  if (zone === null) return null;
  const stored = value ? wallTime(value, zone) : '';
  const isFixed = readOnly || disabled;

  function enter(wall: string) {
    setTyped(wall);
    // A time that is half deleted is no time yet: only the button lifts an embargo.
    const at = instantAt(wall, zone ?? 'UTC');
    if (at !== null) setValue(at);
  }

  return (
    <div className={`field-type dateline-embargo${showError ? ' error' : ''}`}>
      <FieldLabel htmlFor={`field-${path}`} label="Embargoed until" />
      <FieldError message={errorMessage ?? ''} path={path} showError={showError} />
      <input
        aria-describedby={`about-${path}`}
        className="dateline-time"
        disabled={isFixed}
        id={`field-${path}`}
        onBlur={() => setTyped(null)}
        onChange={({ target }) => enter(target.value)}
        type="datetime-local"
        value={typed ?? stored}
      />
      <p className="dateline-schedule__quiet" id={`about-${path}`}>
        {value
          ? `Nothing of it is public before ${writeInstant(value, zone)}.`
          : `By the newsroom’s clock (${zone.replaceAll('_', ' ')}). Nothing is public before.`}
      </p>
      {value && !isFixed && (
        <span className="dateline-schedule__acts">
          <button
            onClick={() => {
              setTyped(null);
              setValue(null);
            }}
            type="button"
          >
            Lift the embargo
          </button>
        </span>
      )}
    </div>
  );
};
