import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import net from 'node:net';
import path from 'node:path';
import { afterEach, expect, test, vi } from 'vitest';
import { baseEnvironment } from '../../scripts/env.ts';
import { freshDatabase } from '../support/database.ts';
import { listen, portOf } from '../support/listen.ts';
import { freshDirectory } from '../support/newsroom.ts';
import { descendants, isAlive } from '../support/processes.ts';

const start = path.join(import.meta.dirname, '../../scripts/start.ts');
const running: ChildProcess[] = [];

interface Run {
  process: ChildProcess;
  pid: number;
  output: () => string;
  /** Resolves to the exit code. */
  ended: Promise<number | null>;
}

/** `npm start` without npm. */
function run(env: Record<string, string>): Run {
  const child = spawn(process.execPath, [start], { env: { ...baseEnvironment(), PORT: '0', ...env } });
  running.push(child);
  let output = '';
  child.stdout.on('data', (chunk: Buffer) => (output += chunk.toString()));
  child.stderr.on('data', (chunk: Buffer) => (output += chunk.toString()));
  const ended = once(child, 'close').then(([code]) => code as number | null);
  return { process: child, pid: child.pid!, output: () => output, ended };
}

const until = <T>(ask: () => T) => vi.waitUntil(ask, { timeout: 90_000, interval: 100 });
const addressIn = (output: string) => /Site +(\S+)/.exec(output)?.[1];
const statusOf = (url: string) =>
  fetch(url).then(
    (response) => response.status,
    () => 0,
  );

async function runUntilUp(env: Record<string, string> = {}): Promise<Run & { url: string }> {
  const started = run({ DATELINE_DIR: await freshDirectory(), ...env });
  const url = await until(() => addressIn(started.output()) ?? (started.process.exitCode !== null && started.output()));
  return { ...started, url };
}

afterEach(async () => {
  for (const child of running.splice(0)) {
    if (child.exitCode !== null || child.signalCode !== null) continue;
    child.kill('SIGTERM');
    await once(child, 'close');
  }
});

test('a process that dies comes back where it was, and Ctrl-C stops all of it', async () => {
  const { process: supervisor, pid, url, output, ended } = await runUntilUp({ DATABASE_URL: await freshDatabase() });
  expect(await statusOf(url)).toBe(200);
  const before = descendants(pid);
  expect(before.length).toBeGreaterThanOrEqual(3);
  for (const child of before) process.kill(child, 'SIGKILL');
  await until(() => output().match(/starting it again/g)?.length === 3);
  await vi.waitUntil(async () => (await statusOf(url)) === 200, { timeout: 30_000 });
  await until(() => descendants(pid).length >= 3);

  const after = descendants(pid);
  supervisor.kill('SIGINT');
  expect(await ended).toBe(0);
  expect(after.filter(isAlive)).toEqual([]);
  expect(output()).toContain('Stopped.');
});

test('nothing survives a supervisor that is killed', async () => {
  const { process: supervisor, pid, ended } = await runUntilUp({ DATABASE_URL: await freshDatabase() });
  const children = descendants(pid);
  expect(children.length).toBeGreaterThanOrEqual(3);
  supervisor.kill('SIGKILL');
  await ended;
  await until(() => !children.some(isAlive));
});

test('told to stop while it starts, it leaves nothing behind', async () => {
  const {
    process: supervisor,
    pid,
    output,
    ended,
  } = run({
    DATELINE_DIR: await freshDirectory(),
    DATABASE_URL: await freshDatabase(),
  });
  await until(() => output().includes('Migrating') && descendants(pid).length > 0);
  const children = descendants(pid);
  supervisor.kill('SIGINT');
  expect(await ended).toBe(0);
  expect(children.filter(isAlive)).toEqual([]);
});

test('a taken port is said in a sentence', async () => {
  const port = portOf(await listen(net.createServer(), 'localhost'));
  const { ended, output } = run({ DATELINE_DIR: await freshDirectory(), PORT: String(port) });
  expect(await ended).toBe(1);
  expect(output().trim().split('\n').at(-1)).toMatch(new RegExp(`^Port ${port} is taken: .*\\.$`));
});

test.each([
  [{ PORT: 'many' }, 'PORT must be a port, 0 to 65535.'],
  [{ DATABASE_URL: 'nowhere' }, /^DATABASE_URL must be the address of a database, .*\.$/],
])('%o is said in a sentence', async (env, sentence) => {
  const { ended, output } = run({ DATELINE_DIR: await freshDirectory(), ...env });
  expect(await ended).toBe(1);
  expect(output().trim()).toMatch(sentence);
});

test('a database that cannot be reached ends the start', async () => {
  const { ended, output } = run({
    DATELINE_DIR: await freshDirectory(),
    DATABASE_URL: 'postgres://nobody:nothing@127.0.0.1:1/none',
  });
  expect(await ended).toBe(1);
  expect(output()).toMatch(/ECONNREFUSED|cannot be reached/);
});
