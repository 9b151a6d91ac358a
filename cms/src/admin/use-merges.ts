'use client';

import { useConfig } from '@payloadcms/ui';
import { useSyncExternalStore } from 'react';
import type { Merge } from './merges.ts';

type State = { merges: readonly Merge[]; state: 'asking' | 'known' | 'failed' };

// Asked for once a page, however many mentions its text has.
let known: State | undefined;
const listeners = new Set<() => void>();
const asking: State = { merges: [], state: 'asking' };

function set(next: State): void {
  known = next;
  for (const listener of listeners) listener();
}

async function ask(url: string): Promise<void> {
  set(asking);
  const response = await fetch(url, { credentials: 'include' });
  if (!response.ok) throw new Error(`Who was merged was answered with ${response.status}.`);
  const { merges } = (await response.json()) as { merges: Merge[] };
  set({ merges, state: 'known' });
}

/** Takes over who is merged now, from an answer to a change of it. */
export const setMerges = (merges: readonly Merge[]) => set({ merges, state: 'known' });

/** Who was merged into whom. */
export function useMerges(): State {
  const { config } = useConfig();
  const url = `${config.serverURL}${config.routes.api}/newsroom/merges`;
  return useSyncExternalStore(
    (listener) => {
      listeners.add(listener);
      if (!known) ask(url).catch(() => set({ merges: [], state: 'failed' }));
      return () => listeners.delete(listener);
    },
    () => known ?? asking,
    () => asking,
  );
}
