import { setTimeout as sleep } from 'node:timers/promises';
import { Client } from 'pg';
import { runDispatcher } from '../dispatch/run-dispatcher.ts';
import type { Target } from '../dispatch/target.ts';

const pause = 2_000;

async function dispatch(connectionString: string, targets: Target[], signal: AbortSignal): Promise<void> {
  while (!signal.aborted) {
    const client = new Client({ connectionString, connectionTimeoutMillis: 10_000, keepAlive: true });
    try {
      await client.connect();
      await runDispatcher(client, targets, signal);
    } catch (error) {
      if (!signal.aborted) {
        console.error(`Builders elsewhere wait: ${error instanceof Error ? error.message : String(error)}`);
      }
    } finally {
      await client.end().catch(() => {});
    }
    await sleep(pause, undefined, { signal }).catch(() => {});
  }
}

/**
 * Tells builders elsewhere beside the other work of whoever holds the lock, on a connection of its own: a receiver that
 * is slow to answer holds up no mail, nor the reverse. Begins again when it fails.
 */
export function dispatchBeside(connectionString: string, targets: Target[], signal: AbortSignal) {
  const stopping = new AbortController();
  const running =
    targets.length > 0
      ? dispatch(connectionString, targets, AbortSignal.any([signal, stopping.signal]))
      : Promise.resolve();
  return {
    stop: async () => {
      stopping.abort();
      await running;
    },
  };
}
