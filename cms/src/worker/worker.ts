import { setTimeout as sleep } from 'node:timers/promises';
import { Client } from 'pg';
import { makeBell } from '../bell.ts';
import type { Target } from '../dispatch/target.ts';
import { dispatchBeside } from './dispatch-beside.ts';

/** Something that one process of all that run does: as soon as it is told to, and when it said that it is due. */
export interface Duty {
  /** What waits while it cannot be done, for the log: `Mail waits`. */
  name: string;
  /** The channel on which PostgreSQL tells that there is something to do; without one, only time does. */
  channel?: string;
  /**
   * Does all that is due. @returns After how many milliseconds it is to be asked again at the latest.
   * @param signal Once it is aborted, what is under way may end, within seconds, and nothing else is begun.
   */
  run: (client: Client, signal: AbortSignal) => Promise<number>;
}

/** Any number, as long as nothing else locks it. */
const lock = 0x6461_7465;
/** How soon another process takes over from one that has died. */
const succession = 5_000;
/** Should a notification ever be missed. */
const glance = 20_000;

export interface Work {
  duties: readonly Duty[];
  /** Who is told of a publish. */
  targets: Target[];
}

/**
 * Does the duties and tells builders elsewhere of what is published, in one process of all that run: whoever holds the
 * lock. It has a connection of its own, since the lock lives as long as that does, and begins again when it is lost.
 */
export async function runWorker(connectionString: string, all: Work, signal: AbortSignal): Promise<void> {
  while (!signal.aborted) {
    try {
      await work(connectionString, all, signal);
    } catch (error) {
      const waiting = all.duties.map(({ name }) => name).join(', ');
      if (!signal.aborted) console.error(`${waiting}: ${error instanceof Error ? error.message : String(error)}`);
    }
    await sleep(2_000, undefined, { signal }).catch(() => {});
  }
}

async function work(connectionString: string, { duties, targets }: Work, signal: AbortSignal): Promise<void> {
  const client = new Client({ connectionString, connectionTimeoutMillis: 10_000, keepAlive: true });
  const belled = duties.map((duty) => ({ ...duty, bell: makeBell() }));
  const over = new AbortController();
  const end = (reason?: unknown) => {
    over.abort(reason);
    for (const { bell } of belled) bell.ring();
  };
  const stop = () => end();
  client.on('error', end);
  client.on('notification', (told) => {
    for (const { channel, bell } of belled) if (channel === told.channel) bell.ring();
  });
  signal.addEventListener('abort', stop);
  let dispatching: ReturnType<typeof dispatchBeside> | undefined;
  try {
    await client.connect();
    if (!(await takeLock(client, over.signal))) return;
    for (const { channel } of belled) if (channel) await client.query(`listen ${channel}`);
    dispatching = dispatchBeside(connectionString, targets, over.signal);
    await Promise.all(belled.map((duty) => attend(duty, client, signal, over.signal, end)));
    // Where there is no duty, the builders elsewhere are all that is seen to.
    if (!over.signal.aborted) await new Promise((resolve) => over.signal.addEventListener('abort', resolve));
    if (over.signal.reason instanceof Error && !signal.aborted) throw over.signal.reason;
  } finally {
    signal.removeEventListener('abort', stop);
    await dispatching?.stop();
    await client.end().catch(() => {});
  }
}

/**
 * @param signal Aborted when the process ends: that alone cuts short what a duty has begun.
 * @param over Aborted when this round of the worker does, where another duty fails too.
 */
async function attend(
  { run, bell }: Duty & { bell: ReturnType<typeof makeBell> },
  client: Client,
  signal: AbortSignal,
  over: AbortSignal,
  end: (reason: unknown) => void,
): Promise<void> {
  try {
    while (!over.aborted) await bell.wait(Math.min(glance, await run(client, signal)));
  } catch (error) {
    // The others stop as well, and all begin again together.
    end(error);
  }
}

async function takeLock(client: Client, signal: AbortSignal): Promise<boolean> {
  while (!signal.aborted) {
    const { rows } = await client.query<{ mine: boolean }>('select pg_try_advisory_lock($1) as mine', [lock]);
    if (rows[0]?.mine) return true;
    await sleep(succession, undefined, { signal }).catch(() => {});
  }
  return false;
}
