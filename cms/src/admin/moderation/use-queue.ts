'use client';

import { useCallback, useEffect, useEffectEvent, useState } from 'react';
import type { Queue, QueueView } from '../../moderation/desk/shapes.ts';
import { addressOf, type Filters } from './queue-address.ts';
import { keptIds, nothingTold, renewed, type QueueState } from './queue-state.ts';
import { useDesk } from './use-desk.ts';

/** In milliseconds. */
const interval = 15_000;

/** The queue, asked for anew every while. `change` changes what is shown of it, and `refresh` asks at once. */
export function useQueue(first: QueueView, narrowedTo: Filters) {
  const ask = useDesk();
  const [state, change] = useState<QueueState>(() => nothingTold(first, narrowedTo));
  const [stamp, setStamp] = useState(0);
  const refresh = useCallback(() => setStamp((known) => known + 1), []);
  const { view, filters, after, limit } = state;
  const kept = useEffectEvent(() => keptIds(state));
  useEffect(() => {
    const abort = new AbortController();
    async function run() {
      const ids = kept();
      const page = new URLSearchParams({ ids: ids.join(','), limit: String(limit), ...(after !== null && { after }) });
      const queue = await ask<Queue>(`/queue${addressOf(view, filters)}&${page}`, undefined, abort.signal);
      if (queue && !abort.signal.aborted) change((known) => renewed(known, queue, ids, Date.now()));
    }
    void run();
    const timer = setInterval(() => {
      if (document.visibilityState === 'visible') void run();
    }, interval);
    return () => {
      abort.abort();
      clearInterval(timer);
    };
  }, [ask, view, filters, after, limit, stamp]);
  // What is shown can be linked to.
  useEffect(() => {
    const isPlain = view === 'held' && Object.keys(filters).length === 0;
    if (!isPlain || location.search !== '') history.replaceState(history.state, '', addressOf(view, filters));
  }, [view, filters]);
  return { state, change, refresh };
}
