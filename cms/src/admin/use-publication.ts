'use client';

import { useConfig } from '@payloadcms/ui';
import { useEffect, useState } from 'react';
import type { Publication } from './publication.ts';

type Asked = { publication: Publication | null; failed: boolean };

const soon = 400;
const later = 5_000;

/**
 * What became of a document's last publish, asked again while the site is still at work on it.
 * @param stamp Changes with every save, and starts the asking anew.
 */
export function usePublication(id: string | undefined, stamp: unknown): Asked {
  const { config } = useConfig();
  const url = id && `${config.serverURL}${config.routes.api}/newsroom/publications/${id}`;
  const [asked, setAsked] = useState<Asked>({ publication: null, failed: false });

  useEffect(() => {
    if (!url) return;
    const abort = new AbortController();
    const since = performance.now();
    let timer: ReturnType<typeof setTimeout> | undefined;

    async function ask(address: string) {
      const response = await fetch(address, { credentials: 'include', signal: abort.signal });
      if (!response.ok) throw new Error(`The state of the publish was answered with ${response.status}.`);
      const publication: Publication = await response.json();
      const waited = performance.now() - since;
      setAsked({ publication, failed: false });
      const isUnderWay = publication.state === 'waiting' || publication.pending > 0;
      if (isUnderWay) timer = setTimeout(() => run(address), waited < 10_000 ? soon : later);
    }
    function run(address: string) {
      ask(address).catch(() => {
        if (!abort.signal.aborted) setAsked({ publication: null, failed: true });
      });
    }

    run(url);
    return () => {
      abort.abort();
      clearTimeout(timer);
    };
  }, [url, stamp]);

  return asked;
}
