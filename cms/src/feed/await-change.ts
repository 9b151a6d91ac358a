import type { PostgresAdapter } from '@payloadcms/db-postgres';
import type { Payload } from 'payload';
import { outboxChannel } from '../outbox/tell.ts';

/** Tells whoever waits that the outbox has grown, or may have. */
export interface Listener {
  /**
   * Begins to wait. What is committed from now on is not missed.
   * @returns A promise of the next change, or of `signal` or the time being up.
   */
  next: (milliseconds: number, signal: AbortSignal) => Promise<void>;
  close: () => Promise<void>;
}

const pause = 500;

/** One connection that listens for everybody, and is made anew whenever it is lost. */
export function listen(getPayload: () => Promise<Payload>): Listener {
  const waiting = new Set<() => void>();
  const wakeAll = () => waiting.forEach((wake) => wake());
  let end: (() => Promise<void>) | undefined;
  let isClosed = false;
  let timer: NodeJS.Timeout | undefined;
  let isStarted = false;

  async function start(): Promise<void> {
    isStarted = true;
    let isOver = false;
    // Whatever ends the connection, or keeps it from being made: another one is tried in a while.
    const again = () => {
      if (isOver || isClosed) return;
      isOver = true;
      timer = setTimeout(() => void start(), pause);
    };
    try {
      const { pg, poolOptions } = (await getPayload()).db as unknown as PostgresAdapter;
      const client = new pg.Client(poolOptions);
      client.on('error', again);
      client.on('end', again);
      client.on('notification', wakeAll);
      end = () => client.end();
      await client.connect();
      await client.query(`listen ${outboxChannel}`);
      // What was told while nobody listened.
      wakeAll();
    } catch {
      again();
    }
  }

  return {
    next: (milliseconds, signal) => {
      if (!isStarted) void start();
      return new Promise((resolve) => {
        const done = () => {
          clearTimeout(timeout);
          waiting.delete(done);
          signal.removeEventListener('abort', done);
          resolve();
        };
        const timeout = setTimeout(done, milliseconds);
        waiting.add(done);
        signal.addEventListener('abort', done);
      });
    },
    close: async () => {
      isClosed = true;
      clearTimeout(timer);
      wakeAll();
      await end?.();
    },
  };
}
