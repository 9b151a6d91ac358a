import type { Page } from 'playwright-core';
import { beforeAll, beforeEach, describe, expect, onTestFinished, test } from 'vitest';
import { bodyOf, words } from '../integration/desk.ts';
import { openPage } from '../support/browser.ts';
import { query } from '../support/database.ts';
import { descendants } from '../support/processes.ts';
import { startReceiver } from '../support/receiver.ts';
import { startStack, type TestStack } from '../support/stack.ts';
import { createInDesk, signInToDesk } from './admin-session.ts';

const body = bodyOf(words('It ran.'));

let stack: TestStack;
let page: Page;
let author: string;

async function publish(headline: string): Promise<string> {
  author ??= await createInDesk(page, stack, 'people', { name: 'Amani Testero', _status: 'published' });
  const story = { headline, standfirst: 'Again.', dateline: { date: '2026-02-04' }, authors: [author], body };
  return createInDesk(page, stack, 'articles', { ...story, _status: 'published' });
}
const open = (path: string) => page.goto(stack.adminURL + path);
const standing = (tone: string) => page.locator(`.dateline-status .dateline-standing--${tone}`);

/** Keeps the resident builder from doing anything until the test is through, or `goOn` is called. */
function holdBuilder(): () => void {
  const builders = descendants(process.pid, 'site/builder/main.ts');
  expect(builders.length).toBeGreaterThan(0);
  const send = (signal: NodeJS.Signals) => builders.forEach((pid) => process.kill(pid, signal));
  send('SIGSTOP');
  onTestFinished(() => send('SIGCONT'));
  return () => send('SIGCONT');
}

describe('with a resident builder', () => {
  beforeAll(async () => {
    stack = await startStack();
  });
  beforeEach(async () => {
    page = await openPage();
    await signInToDesk(page, stack);
  });

  test('an article that nobody makes live says since when nobody is there, until somebody is', async () => {
    const first = await publish('A ferry runs');
    await open(`/collections/articles/${first}`);
    await standing('good').waitFor();

    const goOn = holdBuilder();
    await query(stack.database.url, `update builders set last_seen = now() - interval '3 minutes'`);
    const second = await publish('A ferry does not run');
    await open(`/collections/articles/${second}`);
    await standing('bad').waitFor();
    const text = await standing('bad').textContent();
    expect(text).toMatch(
      /^Not live.*The site’s builder has not been seen for \d minutes: start it again, or see its log\.$/,
    );
    await open('');
    await page.locator('.dateline-panel', { hasText: 'The site' }).getByText(/Away/).waitFor();
    await page.locator('.dateline-panel').getByRole('link', { name: 'The site' }).click();
    await page.locator('.dateline-standing--bad', { hasText: 'Away' }).waitFor();

    goOn();
    await page.locator('.dateline-standing--good', { hasText: 'Here' }).waitFor();
    const batch = page.locator('.dateline-batch', { hasText: 'A ferry does not run' });
    await batch.getByText('Published').waitFor();
    await batch.getByText(/pages written/).waitFor();
    await batch.getByRole('link', { name: 'A ferry does not run' }).click();
    await page.waitForURL(`**/collections/articles/${second}`);
    await standing('good').waitFor();
  });

  test('a page that failed is named with its cause, at the article and in the list', async () => {
    const id = await publish('A page that fails');
    await open(`/collections/articles/${id}`);
    await standing('good').waitFor();
    const [row] = await query<{ cursor: string }>(
      stack.database.url,
      `select position || ':' || id as cursor from outbox order by position desc limit 1`,
    );
    const failed = [{ path: '/articles/a-page-that-fails/', cause: 'The template threw: no such zone.' }];
    const receipt = { cursor: row?.cursor, paths: [], written: 0, removed: 0, failed, milliseconds: 8 };
    const answer = await fetch(`${stack.feedURL}/feed/receipts`, {
      method: 'POST',
      headers: { authorization: `Bearer ${stack.feedToken}` },
      body: JSON.stringify(receipt),
    });
    expect(answer.status).toBe(204);
    await page.reload();
    await standing('bad').filter({ hasText: 'Not liveThe template threw: no such zone.' }).waitFor();
    await open('/site');
    const failures = page.locator('.dateline-batch__failures');
    await failures.getByText('keeps its last good version: The template threw: no such zone.').waitFor();
  });

  test('the list goes back page by page', async () => {
    await query(
      stack.database.url,
      `insert into receipts (position, milliseconds, written, removed, failed, paths, changed, changes)
       select 1, 5, 1, 0, '[]', '[]', 1, jsonb_build_array(jsonb_build_object(
         'op', 'put', 'kind', 'topic', 'document', gen_random_uuid(), 'title', 'Topic ' || n))
       from generate_series(1, 60) as n`,
    );
    await open('/site');
    await page.getByRole('link', { name: 'Topic 60' }).waitFor();
    await page.getByRole('link', { name: 'Older' }).click();
    await page.getByRole('link', { name: 'Topic 35' }).waitFor();
    expect(await page.getByRole('link', { name: 'Topic 36' }).count()).toBe(0);
    await page.getByRole('link', { name: 'Newest' }).click();
    await page.getByRole('link', { name: 'Topic 60' }).waitFor();
    await open('/site?before=1');
    await page.getByText('Nothing older is kept.').waitFor();
  });

  test('whoever is not on the staff sees nothing of it', async () => {
    // The screen that was open asks the desk now and then.
    await page.goto('about:blank');
    await page.context().clearCookies();
    await open('/site');
    await page.getByRole('heading', { name: 'For staff only' }).waitFor();
    expect(await page.content()).not.toContain('Builders');
  });
});

test('with builds elsewhere, a call that is refused is told in red, and made again when an editor asks', async () => {
  const github = await startReceiver();
  github.answerNext(401);
  const token = 'a-token-that-nobody-may-see';
  stack = await startStack({
    env: { GITHUB_DISPATCH_REPOSITORY: 'newsroom/site', GITHUB_DISPATCH_TOKEN: token, GITHUB_API_URL: github.url },
  });
  page = await openPage();
  await signInToDesk(page, stack);
  await expect.poll(() => github.received.length, { timeout: 20_000 }).toBe(1);
  await open('/site');
  const panel = page.locator('.dateline-panel', { hasText: 'Builds elsewhere' });
  await panel.getByText('newsroom/site').waitFor();
  await panel.locator('.dateline-standing--bad', { hasText: 'GitHub refused the token (401)' }).waitFor();
  await panel.getByText('It is tried again with the next publish.').waitFor();
  expect(await page.content()).not.toContain(token);
  await panel.getByRole('button', { name: 'Try now: GitHub Actions' }).click();
  await panel.locator('.dateline-standing--good', { hasText: 'Told' }).waitFor();
  expect(github.received).toHaveLength(2);
  expect(github.received[1]?.headers.authorization).toBe(`Bearer ${token}`);
  await open('');
  expect(await page.content()).not.toContain(token);
  expect(stack.output.join('\n')).not.toContain(token);
});
