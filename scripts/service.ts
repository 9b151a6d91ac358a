import { setTimeout as wait } from 'node:timers/promises';
import { ChildFailed, startChild, type Child } from './child.ts';

/** What a service sends over IPC once it answers. */
export interface Ready {
  ready: true;
  port?: number;
  feedPort?: number;
}

export interface ServiceOptions {
  file: string;
  args?: string[];
  /** @param last What it said when it was last ready, so that it comes back where it was. */
  env: (last?: Ready) => Record<string, string>;
  onLine: (line: string) => void;
}

export interface Service {
  ready: Ready;
  stop: () => Promise<void>;
}

const longestPauseMs = 15_000;
const steadyMs = 60_000;

const isReady = (message: unknown): message is Ready =>
  typeof message === 'object' && message !== null && 'ready' in message;

/**
 * Starts a service and keeps it up: one that dies after it was ready is started again, with a pause that doubles each time
 * until it has stood for a minute. One that never gets ready throws what it complained of.
 */
export async function startService(options: ServiceOptions): Promise<Service> {
  let stopping = false;
  let current = await bringUp(options);
  let pause: AbortController | undefined;
  const ready = current.ready;

  async function keepUp(): Promise<void> {
    let pauseMs = 250;
    while (!stopping) {
      const since = Date.now();
      const code = await current.child.ended;
      if (stopping) return;
      if (Date.now() - since > steadyMs) pauseMs = 250;
      options.onLine(`stopped (${code ?? 'killed'}); starting it again`);
      pause = new AbortController();
      await wait(pauseMs, undefined, { signal: pause.signal }).catch(() => {});
      pauseMs = Math.min(pauseMs * 2, longestPauseMs);
      if (stopping) return;
      const child = start(options, ready);
      current = { child: child.child, ready };
    }
  }
  const kept = keepUp();
  return {
    ready,
    stop: async () => {
      stopping = true;
      pause?.abort();
      await current.child.stop();
      await kept;
    },
  };
}

function start(options: ServiceOptions, last?: Ready): { child: Child; ready: Promise<Ready> } {
  const { promise: ready, resolve } = Promise.withResolvers<Ready>();
  const child = startChild(options.file, {
    args: options.args ?? [],
    env: options.env(last),
    onLine: options.onLine,
    onMessage: (message) => {
      if (isReady(message)) resolve(message);
    },
  });
  return { child, ready };
}

async function bringUp(options: ServiceOptions): Promise<{ child: Child; ready: Ready }> {
  const { child, ready } = start(options);
  const ended = child.ended.then((code) => {
    throw new ChildFailed(options.file, code, child.complaint());
  });
  // Once it is ready, that it ends is no failure of its start.
  ended.catch(() => {});
  return { child, ready: await Promise.race([ready, ended]) };
}
