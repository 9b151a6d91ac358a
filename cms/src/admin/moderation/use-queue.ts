'use client';

import { useCallback, useEffect, useEffectEvent, useState } from 'react';
import type { Queue, QueueView } from '../../moderation/desk/shapes.ts';
import { keptIds, nothingTold, renewed, type QueueState } from './queue-state.ts';
import { useDesk } from './use-desk.ts';

/** In milliseconds. */
const interval = 15_000;

/** The queue, asked for anew every while. `change` changes what is shown of it, and `refresh` asks at once. */
export function useQueue(first: QueueView) {
  const ask = useDesk();
  const [state, change] = useState<QueueState>(() => nothingTold(first));
  const [stamp, setStamp] = useState(0);
  const refresh = useCallback(() => setStamp((known) => known + 1), []);
  const { view } = state;
  const kept = useEffectEvent(() => keptIds(state));
  useEffect(() => {
    const abort = new AbortController();
    async function run() {
      const ids = kept();
      const queue = await ask<Queue>(`/queue?view=${view}&ids=${ids.join(',')}`, undefined, abort.signal);
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
  }, [ask, view, stamp]);
  return { state, change, refresh };
}
