import { fork } from 'node:child_process';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import fs from 'node:fs/promises';
import path from 'node:path';
import { expect, test, vi } from 'vitest';
import { findRunning, removePostgres, startPostgres } from '../../scripts/postgres.ts';
import { atEnd } from '../support/at-end.ts';
import { query } from '../support/database.ts';
import { freshDirectory } from '../support/newsroom.ts';
import { descendants, isAlive } from '../support/processes.ts';

const until = (ask: () => boolean) => vi.waitUntil(ask, { timeout: 20_000, interval: 50 });

async function cluster(): Promise<string> {
  const dir = await freshDirectory();
  atEnd(() => removePostgres(dir));
  return dir;
}

test('keeps its data from one start to the next, and its record to its owner', async () => {
  const dir = await cluster();
  const first = await startPostgres({ dir });
  await query(first.url, 'CREATE TABLE kept (id int)');
  expect(await findRunning(dir)).toBe(first.url);
  await first.stop();
  expect(await findRunning(dir)).toBeUndefined();
  expect((await fs.stat(path.join(dir, 'postgres.json'))).mode & 0o777).toBe(0o600);

  const second = await startPostgres({ dir });
  expect(await query(second.url, 'SELECT count(*)::int AS rows FROM kept')).toEqual([{ rows: 0 }]);
  await second.stop();
  await removePostgres(dir);
  expect(existsSync(second.dataDir)).toBe(false);
});

test('lets nobody in without the password, and is not heard of outside this machine', async () => {
  const dir = await cluster();
  const { url, stop } = await startPostgres({ dir });
  const wrong = new URL(url);
  wrong.password = 'guessed';
  await expect(query(wrong.href, 'SELECT 1')).rejects.toThrow('password authentication failed');
  expect(await query(url, 'SHOW listen_addresses')).toEqual([{ listen_addresses: '127.0.0.1' }]);
  await stop();
});

test('stops, and removes what was temporary, when whoever started it is killed', async () => {
  const dir = await cluster();
  const starter = fork(path.join(import.meta.dirname, '../support/start-postgres.ts'), [dir, 'temporary'], {
    execArgv: [],
  });
  const [dataDir] = (await once(starter, 'message')) as [string];
  const processes = descendants(starter.pid!);
  expect(existsSync(dataDir)).toBe(true);
  starter.kill('SIGKILL');
  await until(() => !processes.some(isAlive));
  await until(() => !existsSync(path.join(dataDir, 'PG_VERSION')));
});

test('a server that outlived its keeper is stopped before its data are served again', async () => {
  const dir = await cluster();
  const starter = fork(path.join(import.meta.dirname, '../support/start-postgres.ts'), [dir], { execArgv: [] });
  const [dataDir] = (await once(starter, 'message')) as [string];
  const server = Number((await fs.readFile(path.join(dataDir, 'postmaster.pid'), 'utf8')).split('\n')[0]);
  const keepers = descendants(starter.pid!).filter((pid) => pid !== server && !descendants(server).includes(pid));
  for (const keeper of keepers) process.kill(keeper, 'SIGKILL');
  starter.kill('SIGKILL');
  await until(() => !keepers.some(isAlive));
  expect(isAlive(server)).toBe(true);

  const again = await startPostgres({ dir });
  await until(() => !isAlive(server));
  expect(again.dataDir).toBe(dataDir);
  await again.stop();
});
