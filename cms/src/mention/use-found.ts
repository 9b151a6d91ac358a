'use client';

import { useConfig } from '@payloadcms/ui';
import { useEffect, useState } from 'react';
import type { Found } from './mention-option.ts';
import { mentionCollections, type MentionKind } from './mention-node.ts';
import { readFound, searchUrl } from './mention-query.ts';

const kinds = Object.keys(mentionCollections) as MentionKind[];
const none: Found[] = [];

export type Search = { found: Found[]; state: 'searching' | 'done' | 'failed' };

async function search(api: string, query: string, signal: AbortSignal): Promise<Found[]> {
  const answers = await Promise.all(
    kinds.map(async (kind) => {
      const response = await fetch(searchUrl(api, kind, query), { credentials: 'include', signal });
      if (!response.ok) throw new Error(`The search for a mention was answered with ${response.status}.`);
      return readFound(kind, await response.json());
    }),
  );
  return answers.flat();
}

/** People and places whose name or alias holds the query, asked for once typing pauses. `null` asks for nothing. */
export function useFound(query: string | null): Search {
  const { config } = useConfig();
  const api = `${config.serverURL}${config.routes.api}`;
  const [result, setResult] = useState<Search>({ found: none, state: 'searching' });

  useEffect(() => {
    if (query === null) {
      setResult({ found: none, state: 'searching' });
      return;
    }
    const abort = new AbortController();
    setResult(({ found }) => ({ found, state: 'searching' }));
    const timer = setTimeout(() => {
      search(api, query, abort.signal).then(
        (found) => setResult({ found, state: 'done' }),
        () => {
          if (!abort.signal.aborted) setResult({ found: none, state: 'failed' });
        },
      );
    }, 150);
    return () => {
      clearTimeout(timer);
      abort.abort();
    };
  }, [api, query]);

  return result;
}
