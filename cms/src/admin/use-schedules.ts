'use client';

import { useConfig } from '@payloadcms/ui';
import { useCallback, useEffect, useState } from 'react';
import { askDesk } from './ask-desk.ts';
import type { Schedules } from './schedule-line.ts';

/** Tells every part of a screen that one of them has changed a schedule. */
const changes = new EventTarget();

/** When to ask again: soon after the next one is due, until it is done; and now and then, since others change schedules too. */
function nextAsk({ schedules }: Schedules): number | null {
  const coming = schedules.filter(({ failure }) => failure === null).map(({ at }) => Date.parse(at));
  if (coming.length === 0) return null;
  return Math.min(Math.max(Math.min(...coming) + 700 - Date.now(), 1_000), 60_000);
}

/**
 * A document's schedules, kept up to date while the screen is open, and `change`, which does something to them.
 * @param stamp Changes with every save, and has them asked for anew.
 */
export function useSchedules(document: string | undefined, stamp?: unknown) {
  const { config } = useConfig();
  const url = `${config.serverURL}${config.routes.api}/newsroom/schedules`;
  const [told, setTold] = useState<Schedules | null>(null);
  const [failed, setFailed] = useState(false);

  useEffect(() => {
    if (!document) return;
    let asked = new AbortController();
    let timer: ReturnType<typeof setTimeout> | undefined;
    async function ask(signal: AbortSignal) {
      const response = await fetch(`${url}?document=${document}`, { credentials: 'include', signal });
      if (!response.ok) throw new Error(`The schedules were answered with ${response.status}.`);
      const answer: Schedules = await response.json();
      setTold(answer);
      setFailed(false);
      const wait = nextAsk(answer);
      if (wait !== null) timer = setTimeout(run, wait);
    }
    function run() {
      clearTimeout(timer);
      // What was asked before a change must not be answered after it.
      asked.abort();
      asked = new AbortController();
      const { signal } = asked;
      ask(signal).catch(() => {
        if (!signal.aborted) setFailed(true);
      });
    }
    run();
    changes.addEventListener('change', run);
    return () => {
      asked.abort();
      clearTimeout(timer);
      changes.removeEventListener('change', run);
    };
  }, [url, document, stamp]);

  const change = useCallback(
    async (method: 'POST' | 'DELETE', path: string, body?: object): Promise<boolean> => {
      const answer = await askDesk<Schedules>(url + path, { method, body });
      changes.dispatchEvent(new Event('change'));
      return answer !== null;
    },
    [url],
  );

  return { told, failed, change };
}
