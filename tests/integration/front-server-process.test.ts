import { fork, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import fs from 'node:fs/promises';
import net from 'node:net';
import path from 'node:path';
import { beforeAll, describe, expect, inject, test, vi } from 'vitest';
import { atEnd } from '../support/at-end.ts';
import { freshDatabase, query } from '../support/database.ts';
import { listen, portOf } from '../support/listen.ts';
import { freshDirectory } from '../support/newsroom.ts';

const publicURL = 'http://localhost:4321';
const main = path.join(import.meta.dirname, '..', '..', 'cms', 'server', 'main.ts');

interface Running {
  child: ChildProcess;
  base: string;
  said: () => string;
}

async function start(
  database: string,
  more: Record<string, string> = {},
): Promise<Running & { mailDir: string; siteDir: string }> {
  const home = await freshDirectory();
  const [mailDir, siteDir] = [path.join(home, 'mail'), path.join(home, 'site')];
  await fs.mkdir(path.join(siteDir, 'current', 'public'), { recursive: true });
  await fs.writeFile(path.join(siteDir, 'current', 'public', 'index.html'), 'front page');
  const child = fork(main, {
    silent: true,
    env: {
      PATH: process.env.PATH,
      NODE_ENV: 'production',
      DATABASE_URL: database,
      PAYLOAD_SECRET: 'a secret for the tests alone',
      FEED_TOKEN: 'a token for the tests alone',
      PUBLIC_URL: publicURL,
      HOST: '127.0.0.1',
      PORT: '0',
      MEDIA_DIR: path.join(home, 'media'),
      MAIL_DIR: mailDir,
      SITE_DIR: siteDir,
      ...more,
    },
  });
  atEnd(() => void child.kill('SIGKILL'));
  let output = '';
  child.stdout?.on('data', (chunk) => (output += chunk));
  child.stderr?.on('data', (chunk) => (output += chunk));
  const said = () => output;
  const ready = await Promise.race([once(child, 'message'), once(child, 'exit').then(() => undefined)]);
  const port = (ready?.[0] as { port?: number } | undefined)?.port;
  return { child, base: `http://127.0.0.1:${port}`, said, mailDir, siteDir };
}

/** Waits for a condition, as long as the test may take. */
const until = <T>(ask: () => Promise<T>) => vi.waitUntil(ask, { timeout: 60_000 });

const register = (base: string, email: string) =>
  fetch(`${base}/api/reader/register`, {
    method: 'POST',
    headers: { origin: publicURL, 'content-type': 'application/json' },
    body: JSON.stringify({ email, name: 'Atieno', password: 'a lamp in the window' }),
  });

describe('the running server', () => {
  let database: string;
  let server: Awaited<ReturnType<typeof start>>;
  beforeAll(async () => {
    database = await freshDatabase();
    server = await start(database);
  });

  test('writes mail to files that the console names', async () => {
    expect((await register(server.base, 'atieno@example.org')).status).toBe(202);
    const name = await until(async () =>
      (await fs.readdir(server.mailDir).catch(() => [])).find((file) => file.endsWith('.eml')),
    );
    const mail = await fs.readFile(path.join(server.mailDir, name), 'utf8');
    expect(mail).toMatch(/^To: atieno@example\.org$/m);
    expect(mail.replaceAll('=\n', '')).toContain(`${publicURL}/api/reader/verify?token=`);
    expect(mail).toContain('text/html');
    const readable = name.replace('.eml', '.txt');
    await until(async () => server.said().includes(readable));
    const text = await fs.readFile(path.join(server.mailDir, readable), 'utf8');
    expect(text).toMatch(/^To: atieno@example\.org\nSubject: .+\n\n/);
    const [link = ''] = /http\S+\/verify\?token=\S+/.exec(text) ?? [];
    expect((await fetch(link.replace(publicURL, server.base))).status).toBe(200);
    const kept = await until(
      async () => (await query<{ text: string }>(database, 'select text from mail_queue where sent_at is not null'))[0],
    );
    expect(kept.text).toBe('');
  });

  test('serves every page while PostgreSQL is gone, says that posting is paused, and heals by itself', async () => {
    const cluster = inject('clusterURL');
    const name = new URL(database).pathname.slice(1);
    const page = async () => (await fetch(server.base)).text();
    await query(cluster, `ALTER DATABASE ${name} ALLOW_CONNECTIONS false`);
    await query(cluster, 'SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = $1', [name]);
    for (let i = 0; i < 5; i++) {
      const paused = await register(server.base, 'while-away@example.org');
      expect(paused.status).toBe(503);
      expect(await paused.json()).toMatchObject({ code: 'paused' });
      expect(await page()).toBe('front page');
    }
    expect(server.child.exitCode).toBeNull();
    await query(cluster, `ALTER DATABASE ${name} ALLOW_CONNECTIONS true`);
    await until(async () => (await register(server.base, 'back@example.org')).status === 202);
    const mails = async () => (await fs.readdir(server.mailDir)).filter((file) => file.endsWith('.eml'));
    await until(async () => (await mails()).length >= 2);
  });

  test('ends when it is told to', async () => {
    const ended = once(server.child, 'exit');
    server.child.kill('SIGTERM');
    expect(await ended).toEqual([0, null]);
  });
});

test('a server that starts before PostgreSQL is there serves pages, and the rest when it comes', async () => {
  const database = await freshDatabase();
  const cluster = inject('clusterURL');
  const name = new URL(database).pathname.slice(1);
  await query(cluster, `ALTER DATABASE ${name} ALLOW_CONNECTIONS false`);
  const server = await start(database);
  expect(await (await fetch(server.base)).text()).toBe('front page');
  expect((await register(server.base, 'early@example.org')).status).toBe(503);
  await query(cluster, `ALTER DATABASE ${name} ALLOW_CONNECTIONS true`);
  await until(async () => (await register(server.base, 'early@example.org')).status === 202);
  const ended = once(server.child, 'exit');
  server.child.disconnect();
  expect(await ended).toEqual([0, null]);
});

test('a server that is told to end does not wait for a mail server that says nothing', async () => {
  const database = await freshDatabase();
  const silent = net.createServer();
  const called = once(silent, 'connection');
  const server = await start(database, { SMTP_URL: `smtp://127.0.0.1:${portOf(await listen(silent))}` });
  expect((await register(server.base, 'late@example.org')).status).toBe(202);
  await called;
  const ended = once(server.child, 'exit');
  server.child.kill('SIGTERM');
  expect(await ended).toEqual([0, null]);
  const [row] = await query(database, 'select attempts, last_error, next_try_at > now() as waits from mail_queue');
  expect(row, 'it was not waited for until it failed').toEqual({ attempts: 1, last_error: null, waits: true });
});

test('mail that cannot be sent stays in the queue, to be tried again later', async () => {
  const database = await freshDatabase();
  const server = await start(database, { SMTP_URL: 'smtp://127.0.0.1:9' });
  expect((await register(server.base, 'later@example.org')).status).toBe(202);
  const [row] = await until(async () => {
    const rows = await query<{ last_error: string; waits: boolean; sent_at: Date | null }>(
      database,
      'select last_error, sent_at, next_try_at > now() as waits from mail_queue where last_error is not null',
    );
    return rows.length > 0 && rows;
  });
  expect(row).toMatchObject({ waits: true, sent_at: null });
  expect(row?.last_error).toMatch(/ECONNREFUSED/);
  await until(async () => server.said().includes('Mail cannot be sent and waits: '));
});

test('a port that is taken and a setting that is wrong are said in a sentence', async () => {
  const database = await freshDatabase();
  const port = portOf(await listen(net.createServer()));
  for (const [setting, value, sentence] of [
    ['PORT', String(port), `Port ${port} of 127.0.0.1 is taken.`],
    ['SMTP_URL', 'nonsense', 'SMTP_URL must be'],
  ] as const) {
    const server = await start(database, { [setting]: value });
    expect(server.child.exitCode).toBe(1);
    await until(async () => server.said().includes(sentence));
    expect(server.said().trim().split('\n')).toHaveLength(1);
  }
});
