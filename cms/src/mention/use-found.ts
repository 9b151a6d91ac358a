'use client';

import { useConfig } from '@payloadcms/ui';
import { useEffect, useState } from 'react';
import { useMerges } from '../admin/use-merges.ts';
import type { Found } from './mention-option.ts';
import { mentionCollections, type MentionKind } from './mention-node.ts';
import { readFound, searchUrl, withStandIns } from './mention-query.ts';

const kinds = Object.keys(mentionCollections) as MentionKind[];
const none: Found[] = [];

export type Search = { found: Found[]; state: 'searching' | 'done' | 'failed' };

const nothing: Search = { found: none, state: 'searching' };

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
  const { merges } = useMerges();
  const [answer, setAnswer] = useState<Search & { query: string | null }>({ found: none, state: 'done', query: null });

  useEffect(() => {
    if (query === null) return;
    const abort = new AbortController();
    const timer = setTimeout(() => {
      search(api, query, abort.signal).then(
        (found) => setAnswer({ found, state: 'done', query }),
        () => {
          if (!abort.signal.aborted) setAnswer({ found: none, state: 'failed', query });
        },
      );
    }, 150);
    return () => {
      clearTimeout(timer);
      abort.abort();
    };
  }, [api, query]);

  if (query === null) return nothing;
  const found = withStandIns(answer.found, merges);
  // What the last query found stays in sight until this one is answered.
  return { found, state: answer.query === query ? answer.state : 'searching' };
}
