import fs from 'node:fs/promises';
import path from 'node:path';
import type { Change } from '@dateline/shared/feed';
import { feedRoutes } from '@dateline/shared/routes';
import { beforeAll, expect, test } from 'vitest';
import { blankHost, feedToken, type BlankHost } from '../support/blank-host.ts';
import { openPage } from '../support/browser.ts';
import { emptyDatabase } from '../support/database.ts';
import { startMailServer } from '../support/mail-server.ts';

let host: BlankHost;
let origin: string;

const block = { format: '', indent: 0, version: 1, direction: 'ltr' };
const hello = { type: 'text', text: 'Hello.', format: 0, detail: 0, mode: 'normal', style: '', version: 1 };

beforeAll(async () => {
  host = await blankHost(await emptyDatabase());
  await host.payload('generate:importmap');
  await host.payload('migrate:create', 'newsroom');
  await host.payload('migrate');
  origin = await host.serve();
});

test('the plugin brings JavaScript and types, and nothing that only this checkout has', async () => {
  const plugin = path.join(host.dir, 'node_modules/@dateline/cms');
  const files = await fs.readdir(plugin, { recursive: true });
  expect(files.filter((file) => /(?<!\.d)\.tsx?$/.test(file))).toEqual([]);
  expect(files).toContain('dist/index.d.ts');
  for (const file of files.filter((name) => /\.(js|d\.ts)$/.test(name))) {
    expect(await fs.readFile(path.join(plugin, file), 'utf8'), file).not.toMatch(/['"]@dateline\/shared/);
  }
});

test('a first user signs up on the host’s own screen, sees the newsroom, and an article that is published is in the feed', async () => {
  const page = await openPage();
  await page.goto(`${origin}/admin`);
  await page.waitForURL('**/admin/create-first-user');
  await page.waitForLoadState('networkidle');
  await page.getByLabel('Email', { exact: false }).fill('first@newsroom.example');
  await page.getByLabel('New Password').fill('a long enough password');
  await page.getByLabel('Confirm Password').fill('a long enough password');
  await page.getByRole('button', { name: 'Create' }).click();
  await page.waitForURL(`${origin}/admin`);
  const navigation = page.getByRole('navigation').first();
  for (const name of ['Articles', 'People', 'Places', 'Topics', 'Comments', 'Readers']) {
    await expect.poll(() => navigation.getByRole('link', { name, exact: true }).count(), { message: name }).toBe(1);
  }

  const post = async (collection: string, data: object): Promise<{ doc: { id: string } }> => {
    const response = await page.request.post(`${origin}/api/${collection}`, { data });
    expect(response.status(), await response.text()).toBe(201);
    return response.json();
  };
  const author = await post('people', { name: 'Zuhura Invented', _status: 'published' });
  const article = await post('articles', {
    _status: 'published',
    headline: 'A blank app publishes',
    standfirst: 'It has only just been made.',
    authors: [author.doc.id],
    dateline: { date: '2026-11-20' },
    body: { root: { ...block, type: 'root', children: [{ ...block, type: 'paragraph', children: [hello] }] } },
  });

  const feed = await host.serveFeed();
  const answer = await fetch(feed + feedRoutes.feed, { headers: { authorization: `Bearer ${feedToken}` } });
  expect(answer.status).toBe(200);
  const lines = (await answer.text())
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line) as Change);
  expect(lines.find((line) => line.id === article.doc.id)).toMatchObject({
    op: 'put',
    kind: 'article',
    data: { headline: 'A blank app publishes', bodyHtml: '<p>Hello.</p>', slug: 'a-blank-app-publishes' },
  });
});

test('a reader who registers at the host gets the mail that confirms their address', async () => {
  const smtp = await startMailServer();
  await host.work(smtp.url);
  const answer = await fetch(`${origin}/api/reader/register`, {
    method: 'POST',
    headers: { origin: 'http://localhost:4321', 'content-type': 'application/json' },
    body: JSON.stringify({ email: 'atieno@reader.example', name: 'Atieno', password: 'a lamp in the window' }),
  });
  expect(answer.status, await answer.text()).toBe(202);
  const mailed = () => smtp.delivered.find(({ to }) => to.includes('atieno@reader.example'));
  await expect.poll(mailed, { timeout: 20_000 }).toBeDefined();
  expect(mailed()?.raw.replace(/=\r\n/g, '')).toContain('http://localhost:4321/api/reader/verify?token=');
});
