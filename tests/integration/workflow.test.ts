import { execFile } from 'node:child_process';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { promisify } from 'node:util';
import { beforeAll, expect, test } from 'vitest';
import { root } from '../../scripts/child.ts';
import { cleanCheckout } from '../support/checkout.ts';
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

/** Runs that command as the workflow does. Returns the files that it would deploy. */
async function runWorkflow(): Promise<Record<string, string>> {
  const env = {
    ...bare,
    FEED_URL: stack.feedURL,
    FEED_TOKEN: stack.feedToken,
    PUBLIC_URL: stack.siteURL.replace(/\/$/, ''),
  };
  await run(process.execPath, publishCommand(), { cwd: checkout, env });
  return filesOf(path.join(checkout, '.dateline/site/current/public'));
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

test('the workflow builds, in a clean checkout, the very bytes that the resident builder keeps', async () => {
  const files = await runWorkflow();
  expect(Object.keys(files).length).toBeGreaterThan(100);
  expect(files).toEqual(residentFiles());
}, 90_000);

test('it does so again from what it kept, after a rename and a removal', async () => {
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

  const files = await runWorkflow();
  expect(files).toHaveProperty(['articles/the-first-of-all/index.html']);
  expect(files).not.toHaveProperty([`articles/${removed.slug}/index.html`]);
  expect(files).toEqual(residentFiles());
}, 90_000);

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
