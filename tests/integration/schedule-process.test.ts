import { fork, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import path from 'node:path';
import { beforeAll, expect, inject, test, vi } from 'vitest';
import { atEnd } from '../support/at-end.ts';
import { connect, query, waitingFor } from '../support/database.ts';
import { freshDirectory } from '../support/newsroom.ts';
import { openDesk, type Desk } from './desk.ts';
import { scheduling, soon } from './scheduling.ts';

const main = path.join(import.meta.dirname, '..', '..', 'cms', 'server', 'main.ts');

let desk: Desk;
let schedules: ReturnType<typeof scheduling>;
beforeAll(async () => {
  desk = await openDesk();
  schedules = scheduling(desk);
});

/** A reader server of its own process, which runs schedules. */
async function start(): Promise<{ child: ChildProcess; said: () => string }> {
  const home = await freshDirectory();
  const child = fork(main, {
    silent: true,
    env: {
      PATH: process.env.PATH,
      NODE_ENV: 'production',
      DATABASE_URL: desk.database,
      PAYLOAD_SECRET: 'a secret for the tests alone',
      HOST: '127.0.0.1',
      PORT: '0',
      PUBLIC_URL: 'http://localhost:4321',
      MEDIA_DIR: path.join(home, 'media'),
      MAIL_DIR: path.join(home, 'mail'),
      SITE_DIR: path.join(home, 'site'),
    },
  });
  atEnd(() => void child.kill('SIGKILL'));
  let output = '';
  child.stdout?.on('data', (chunk) => (output += chunk));
  child.stderr?.on('data', (chunk) => (output += chunk));
  await Promise.race([once(child, 'message'), once(child, 'exit')]);
  return { child, said: () => output };
}

async function kill(child: ChildProcess): Promise<void> {
  const gone = once(child, 'exit');
  child.kill('SIGKILL');
  await gone;
}

async function scheduled(): Promise<string> {
  const { id } = await desk.create('articles', desk.story({ headline: 'Kept until noon' }), { draft: true });
  expect((await schedules.make(id, 'publish', soon())).status).toBe(200);
  return id;
}

const opsOf = async (id: string) => (await desk.outboxOf(id)).map(({ op }) => op);
const until = (ask: () => Promise<unknown>) => vi.waitUntil(ask, { timeout: 120_000, interval: 50 });
// Each starts servers that load Payload.
vi.setConfig({ testTimeout: 240_000 });
const published = (id: string) => until(async () => (await opsOf(id)).length > 0);
const nobodyWorks = async () =>
  (
    await query(
      desk.database,
      `select 1 from pg_locks join pg_database on pg_database.oid = database
       where datname = current_database() and locktype = 'advisory' and granted`,
    )
  ).length === 0;

test('what fell due while no server ran is published once when one is back', async () => {
  const id = await scheduled();
  await schedules.fallDue(id);
  const { child } = await start();
  await published(id);
  expect(await opsOf(id)).toEqual(['put']);
  expect(await schedules.of(id)).toEqual([]);
  await kill(child);
});

test('a server that is killed while it publishes leaves nothing half done, and the next one publishes once', async () => {
  const id = await scheduled();
  const holder = await connect(desk.database);
  await holder.query('begin');
  // What is published waits for this row, with its own rows written and not committed.
  await holder.query('lock table outbox in share mode');
  await schedules.fallDue(id);
  const first = await start();
  await until(async () => (await waitingFor(desk.database, 'outbox')) > 0);
  await kill(first.child);
  await holder.query('rollback');
  await until(nobodyWorks);
  expect(await opsOf(id)).toEqual([]);
  const second = await start();
  await published(id);
  expect(await opsOf(id)).toEqual(['put']);
  await kill(second.child);
});

test('two servers publish once, and the second takes over when the first is killed', async () => {
  const [first, second] = [await start(), await start()];
  const ids: string[] = [];
  for (let i = 0; i < 5; i++) ids.push(await scheduled());
  await Promise.all(ids.map((id) => schedules.fallDue(id, { seconds: 1 })));
  for (const id of ids) await published(id);
  for (const id of ids) expect(await opsOf(id)).toEqual(['put']);
  await kill(first.child);
  const id = await scheduled();
  await schedules.fallDue(id);
  await published(id);
  expect(await opsOf(id)).toEqual(['put']);
  expect(first.said() + second.said()).not.toContain('Kept until noon');
  await kill(second.child);
});

test('while PostgreSQL is away nothing is lost, and it is published once when it is back', async () => {
  const cluster = inject('clusterURL');
  const name = new URL(desk.database).pathname.slice(1);
  const id = await scheduled();
  const { child } = await start();
  await until(async () => !(await nobodyWorks()));
  const at = await schedules.fallDue(id, { seconds: 3 });
  await query(cluster, `ALTER DATABASE ${name} ALLOW_CONNECTIONS false`);
  await query(cluster, 'SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = $1', [name]);
  const isDue = 'select now() > $1::timestamptz as due';
  await until(async () => (await query<{ due: boolean }>(cluster, isDue, [at]))[0]?.due);
  expect(child.exitCode).toBeNull();
  await query(cluster, `ALTER DATABASE ${name} ALLOW_CONNECTIONS true`);
  await published(id);
  expect(await opsOf(id)).toEqual(['put']);
  await kill(child);
});
