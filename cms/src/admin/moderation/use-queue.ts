'use client';

import { useCallback, useEffect, useState } from 'react';
import type { Queue, QueueView } from '../../moderation/desk/shapes.ts';
import { useDesk } from './use-desk.ts';

/** In milliseconds. */
const interval = 15_000;

interface Told {
  of: QueueView;
  queue: Queue;
  /** When it was told. */
  now: number;
}

/** The queue, asked for anew every while; `forget` takes items out of it at once. */
export function useQueue(view: QueueView) {
  const ask = useDesk();
  const [told, setTold] = useState<Told | null>(null);
  const [stamp, setStamp] = useState(0);
  const refresh = useCallback(() => setStamp((known) => known + 1), []);
  useEffect(() => {
    const abort = new AbortController();
    async function run() {
      const queue = await ask<Queue>(`/queue?view=${view}`, undefined, abort.signal);
      if (queue && !abort.signal.aborted) setTold({ of: view, queue, now: Date.now() });
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
  const forget = useCallback((ids: readonly string[]) => {
    setTold((known) => {
      if (!known) return known;
      const items = known.queue.items.filter(({ id }) => !ids.includes(id));
      return { ...known, queue: { ...known.queue, items } };
    });
  }, []);
  return { queue: told?.of === view ? told.queue : null, now: told?.now ?? 0, refresh, forget };
}
