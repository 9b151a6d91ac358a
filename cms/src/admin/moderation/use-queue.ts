'use client';

import { useCallback, useEffect, useState } from 'react';
import type { Queue, QueueItem, QueueView } from '../../moderation/desk/shapes.ts';
import { useDesk } from './use-desk.ts';

/** In milliseconds. */
const interval = 15_000;

interface Told {
  of: QueueView;
  queue: Queue;
  /** When it was told. */
  now: number;
}

/** The queue, asked for anew every while; `forget` takes items out of it at once, and `amend` changes one. */
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
  const change = useCallback((change: (items: readonly QueueItem[]) => QueueItem[]) => {
    setTold((known) => known && { ...known, queue: { ...known.queue, items: change(known.queue.items) } });
  }, []);
  const forget = useCallback(
    (ids: readonly string[]) => change((items) => items.filter(({ id }) => !ids.includes(id))),
    [change],
  );
  const amend = useCallback(
    (id: string, known: Partial<QueueItem>) =>
      change((items) => items.map((item) => (item.id === id ? { ...item, ...known } : item))),
    [change],
  );
  return { queue: told?.of === view ? told.queue : null, now: told?.now ?? 0, refresh, forget, amend };
}
