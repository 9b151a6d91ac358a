import { execFile, spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, globSync, readFileSync } from 'node:fs';
import fs from 'node:fs/promises';
import path from 'node:path';
import { promisify } from 'node:util';
import { beforeAll, expect, test } from 'vitest';
import { root } from '../../scripts/child.ts';
import { cleanCheckout } from '../support/checkout.ts';
import { query } from '../support/database.ts';
import { descendants } from '../support/processes.ts';
import { filesOf } from '../support/site-files.ts';
import { startStack, type TestStack } from '../support/stack.ts';

const run = promisify(execFile);
/** Nothing of our own settings; an empty one keeps a developer's `.env` out. */
const bare = {
  PATH: process.env.PATH,
  NODE_ENV: process.env.NODE_ENV,
  FEED_URL: '',
  FEED_TOKEN: '',
  PUBLIC_URL: '',
  SITE_DIR: '',
  SITE_BUNDLE: '',
  DATELINE_DIR: '',
};
let stack: TestStack;
let checkout: string;

beforeAll(async () => {
  stack = await startStack({ sample: true });
  checkout = await cleanCheckout();
});

/** The command of the workflow's step that publishes, as the file has it. */
function publishCommand(): string[] {
  const workflow = readFileSync(path.join(checkout, '.github/workflows/site.yml'), 'utf8');
  const [, command] = /- run: node (scripts\/site\.ts build)$/m.exec(workflow) ?? [];
  if (!command) throw new Error('The workflow has no step that publishes.');
  return command.split(' ');
}

const environment = () => ({
  ...bare,
  FEED_URL: stack.feedURL,
  FEED_TOKEN: stack.feedToken,
  PUBLIC_URL: stack.siteURL.replace(/\/$/, ''),
});
const deployedOf = (directory: string) => path.join(directory, '.dateline/site/current/public');

/** Runs that command as the workflow does. Returns the files that it would deploy. */
async function runWorkflow(directory = checkout): Promise<Record<string, string>> {
  await run(process.execPath, publishCommand(), { cwd: directory, env: environment() });
  return filesOf(deployedOf(directory));
}

/** The checkout of another run, with what this one left in the cache. */
async function nextRun(from: string): Promise<string> {
  const next = await cleanCheckout();
  await fs.cp(path.join(from, '.dateline'), path.join(next, '.dateline'), { recursive: true, verbatimSymlinks: true });
  return next;
}

/** What the desk was told by the builder of a checkout, the latest first. */
async function receiptsOf(directory: string) {
  const id = readFileSync(path.join(directory, '.dateline/site/builder-id'), 'utf8').trim();
  return query<{ rendered: number; written: number; removed: number; failed: object[] }>(
    stack.database.url,
    'select rendered, written, removed, failed from receipts where builder = $1 order by id desc',
    [id],
  );
}

const residentFiles = () => filesOf(path.join(stack.siteDir, 'current', 'public'));

/** The desk's API, as the sample's editor. */
async function openDesk() {
  const headers: Record<string, string> = { 'content-type': 'application/json' };
  async function send<T>(method: string, at: string, body?: object): Promise<T> {
    const init = { method, headers, ...(body && { body: JSON.stringify(body) }) };
    const answer = await fetch(`${stack.adminURL}/api${at}`, init);
    if (!answer.ok) throw new Error(`${method} ${at} answered ${answer.status}: ${await answer.text()}`);
    return (await answer.json()) as T;
  }
  const { token } = await send<{ token: string }>('POST', '/users/login', stack.secrets.editor);
  headers.authorization = `JWT ${token}`;
  return send;
}

test('the workflow builds, from nothing, the very bytes that the resident builder keeps', async () => {
  const files = await runWorkflow();
  expect(Object.keys(files).length).toBeGreaterThan(100);
  expect(files).toEqual(residentFiles());
}, 90_000);

test('from the cache of the run before, it renders what a rename and a removal touch, and ends at the same bytes', async () => {
  const desk = await openDesk();
  const found = await desk<{ docs: { id: string; slug: string }[] }>(
    'GET',
    '/articles?limit=2&depth=0&sort=publishedAt',
  );
  const [renamed, removed] = found.docs;
  if (!renamed || !removed) throw new Error('The sample has no two articles.');
  await desk('PATCH', `/articles/${renamed.id}`, { slug: 'the-first-of-all', _status: 'published' });
  await desk('PATCH', `/articles/${removed.id}`, { _status: 'draft' });
  for (const [{ id }, op] of [
    [renamed, 'put'],
    [removed, 'remove'],
  ] as const) {
    const standing = () => desk<object>('GET', `/newsroom/publications/${id}`);
    await expect.poll(standing, { timeout: 15_000 }).toMatchObject({ op, state: 'live' });
  }

  checkout = await nextRun(checkout);
  const before = (await receiptsOf(checkout))[0];
  const files = await runWorkflow();
  const [last] = await receiptsOf(checkout);
  expect(before?.rendered).toBeGreaterThan(100);
  expect(last?.rendered).toBeLessThan((before?.rendered ?? 0) / 2);
  expect(last?.removed).toBeGreaterThan(0);
  expect(files).toHaveProperty(['articles/the-first-of-all/index.html']);
  expect(files).not.toHaveProperty([`articles/${removed.slug}/index.html`]);
  expect(files).toEqual(residentFiles());
}, 90_000);

test('where nothing is new, it renders nothing and deploys the same', async () => {
  checkout = await nextRun(checkout);
  expect(await runWorkflow()).toEqual(residentFiles());
  expect((await receiptsOf(checkout))[0]).toMatchObject({ rendered: 0, written: 0, removed: 0, failed: [] });
}, 90_000);

test('what a run that was killed left behind is of use to the next', async () => {
  const killed = await cleanCheckout();
  const script = spawn(process.execPath, publishCommand(), { cwd: killed, env: environment(), stdio: 'ignore' });
  const rendered = () => globSync('.dateline/site/releases/*/public/articles/*/index.html', { cwd: killed });
  await expect.poll(() => rendered().length, { timeout: 80_000, interval: 5 }).toBeGreaterThan(0);
  for (const pid of [...descendants(script.pid!), script.pid!]) process.kill(pid, 'SIGKILL');
  if (script.exitCode === null && script.signalCode === null) await once(script, 'exit');
  expect(existsSync(deployedOf(killed))).toBe(false);

  const next = await nextRun(killed);
  expect(rendered().length).toBeGreaterThan(0);
  expect(await runWorkflow(next)).toEqual(residentFiles());
  expect((await receiptsOf(next))[0]?.failed).toEqual([]);
}, 180_000);

test.each([
  [{}, 'Set PUBLIC_URL to an address, such as http://localhost:4321.\n'],
  [
    { PUBLIC_URL: 'https://news.example.org', FEED_URL: 'localhost:4322' },
    'Set FEED_URL to an address, such as http://localhost:4321.\n',
  ],
  [{ PUBLIC_URL: 'https://news.example.org', FEED_URL: 'http://127.0.0.1:1' }, "Set FEED_TOKEN to the feed's token.\n"],
])('a setting that is missing or wrong ends the script with one sentence: %o', async (given, stderr) => {
  const script = run(process.execPath, [path.join(root, 'scripts/site.ts'), 'build'], { env: { ...bare, ...given } });
  await expect(script).rejects.toMatchObject({ code: 1, stderr });
});
