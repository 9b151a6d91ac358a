import { setTimeout as sleep } from 'node:timers/promises';
import { Client } from 'pg';
import { mailChannel } from '../src/readers/queue-mail.ts';
import type { SendMail } from './mail-transport.ts';
import { sendDueMail, tidyReaders } from './send-due-mail.ts';

/** Any number, as long as nothing else locks it. */
const lock = 0x6461_7465;
const glance = 20_000;

/**
 * Sends mail, in one process of all that run: whoever holds the lock. It has a connection of its own, since the
 * lock lives as long as that does, and begins again when it is lost.
 */
export async function runWorker(connectionString: string, send: SendMail, signal: AbortSignal): Promise<void> {
  while (!signal.aborted) {
    try {
      await work(connectionString, send, signal);
    } catch (error) {
      if (!signal.aborted) console.error(`Mail waits: ${error instanceof Error ? error.message : String(error)}`);
    }
    await sleep(2_000, undefined, { signal }).catch(() => {});
  }
}

async function work(connectionString: string, send: SendMail, signal: AbortSignal): Promise<void> {
  const client = new Client({ connectionString, connectionTimeoutMillis: 10_000, keepAlive: true });
  const bell = makeBell();
  let lost: Error | undefined;
  client.on('error', (error) => {
    lost = error;
    bell.ring();
  });
  client.on('notification', bell.ring);
  signal.addEventListener('abort', bell.ring);
  try {
    await client.connect();
    const { rows } = await client.query<{ mine: boolean }>('select pg_try_advisory_lock($1) as mine', [lock]);
    if (!rows[0]?.mine) return await bell.wait(glance);
    await client.query(`listen ${mailChannel}`);
    for (let tidied = 0; !signal.aborted; await bell.wait(glance)) {
      if (lost) throw lost;
      if (Date.now() - tidied > 3_600_000) {
        await tidyReaders(client);
        tidied = Date.now();
      }
      await sendDueMail(client, send);
    }
  } finally {
    signal.removeEventListener('abort', bell.ring);
    await client.end().catch(() => {});
  }
}

/** Waits until it is rung or the time is up. A ring while nobody waits is not lost. */
function makeBell() {
  let rung = false;
  let wake: (() => void) | undefined;
  return {
    ring: () => {
      rung = true;
      wake?.();
    },
    wait: async (milliseconds: number) => {
      if (!rung) {
        await new Promise<void>((resolve) => {
          const timer = setTimeout(resolve, milliseconds);
          wake = () => {
            clearTimeout(timer);
            resolve();
          };
        });
      }
      rung = false;
      wake = undefined;
    },
  };
}
