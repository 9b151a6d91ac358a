import { routes } from '@dateline/shared/routes';
import type { Page } from 'playwright-core';
import { beforeAll, beforeEach, expect, test } from 'vitest';
import { openPage } from '../support/browser.ts';
import { query } from '../support/database.ts';
import { startStack, type TestStack } from '../support/stack.ts';
import { fileIs } from './long-thread.ts';
import { burstUnder } from './comment-burst.ts';
import { publishStory, signInToDesk } from './admin-session.ts';

let stack: TestStack;
let page: Page;
let article: string | undefined;

beforeAll(async () => {
  stack = await startStack();
});
beforeEach(() => query(stack.database.url, 'delete from comments'));

async function openDesk(): Promise<void> {
  page = await openPage();
  await signInToDesk(page, stack);
  article ??= await publishStory(page, stack);
}

/** A conversation of three: where it began, what answered that, and what waits. */
const converse = () =>
  query(
    stack.database.url,
    `insert into comments (id, article_id, author_name, body, status, key, parent_id, root_id, created_at, updated_at)
     values
      ('0199c0de-0000-7000-8000-000000000001', $1, 'Amani', 'Where it began.', 'published', '1', null, null,
        now() - interval '3 hours', now()),
      ('0199c0de-0000-7000-8000-000000000002', $1, 'Baraka', 'An answer.', 'removed', '2',
        '0199c0de-0000-7000-8000-000000000001', '0199c0de-0000-7000-8000-000000000001',
        now() - interval '2 hours', now()),
      ('0199c0de-0000-7000-8000-000000000003', $1, 'Chausiku', 'Its answer.', 'held', '3',
        '0199c0de-0000-7000-8000-000000000002', '0199c0de-0000-7000-8000-000000000001',
        now() - interval '1 hour', now())`,
    [article],
  );

test('a reply stands below what it answers, and its article opens beside the queue', async () => {
  await openDesk();
  await converse();
  await page.goto(`${stack.adminURL}/moderation`);
  await page.locator('.dateline-queue').getByText('Reply to Baraka').waitFor();
  const answered = page.getByRole('region', { name: 'In reply to Baraka' });
  await expect
    .poll(() => answered.locator('blockquote').allTextContents())
    .toEqual(['Amani, 3 hours agoWhere it began.', 'Baraka, 2 hours ago, removedAn answer.']);
  // It has only just been published.
  await fileIs(new URL(routes.article('a-ferry-runs'), stack.siteURL).href, (html) => html.includes('It ran.'));
  const [beside] = await Promise.all([
    page.context().waitForEvent('page'),
    page.getByRole('link', { name: 'A ferry runs' }).click(),
  ]);
  await beside.waitForURL('**/articles/a-ferry-runs/');
  await page.getByText('Its answer.').first().waitFor();
});

test('a thread is closed beside its comment, and all of them in an emergency, once that is confirmed', async () => {
  await openDesk();
  await converse();
  await page.goto(`${stack.adminURL}/moderation`);
  const thread = page.getByRole('group', { name: 'The thread under A ferry runs' });
  await thread.getByRole('button', { name: 'Held' }).click();
  await thread.getByRole('button', { name: 'Held', pressed: true }).waitFor();
  const [row] = await query(stack.database.url, 'select comments from articles where id = $1', [article]);
  expect(row).toEqual({ comments: 'held' });

  const isAllClosed = async () => {
    const rows = await query(stack.database.url, 'select moderation_close_all as closed from newsroom_settings');
    return rows[0]?.closed ?? false;
  };
  await page.getByRole('button', { name: 'Close every thread…' }).click();
  await page.getByRole('button', { name: 'No, leave them' }).click();
  await page.getByRole('button', { name: 'Close every thread…' }).click();
  expect(await isAllClosed()).toBe(false);
  await page.getByRole('button', { name: 'Yes, close every thread' }).click();
  await page.getByText('Every thread is closed.').waitFor();
  await page.getByText('The thread is closed, by its age, whom it mentions, or for all threads.').waitFor();
  expect(await isAllClosed()).toBe(true);
  await page.getByRole('button', { name: 'Open them again' }).click();
  await page.getByRole('button', { name: 'Close every thread…' }).waitFor();
  expect(await isAllClosed()).toBe(false);
});

test('an alert closes the thread that it is about', async () => {
  await openDesk();
  await burstUnder(stack, article);
  await page.goto(`${stack.adminURL}/moderation`);
  const alert = page.getByRole('listitem').filter({ hasText: '10 comments in 15 minutes under A ferry runs.' });
  await alert.getByRole('button', { name: 'Closed' }).click();
  await alert.getByRole('button', { name: 'Closed', pressed: true }).waitFor();
  const [row] = await query(stack.database.url, 'select comments from articles where id = $1', [article]);
  expect(row).toEqual({ comments: 'closed' });
});

test('a long queue is shown further, narrowed by its address, and chosen at once', async () => {
  await openDesk();
  await query(
    stack.database.url,
    `insert into comments (id, article_id, author_name, body, status, held_for, key, created_at, updated_at)
     select gen_random_uuid(), $1, 'Amani', 'Comment ' || place, 'held', case when place > 58 then 'links' else 'words' end,
       gen_random_uuid(), now() - interval '2 hours' + place * interval '1 second', now()
     from generate_series(1, 60) place`,
    [article],
  );
  const shown = () => page.locator('.dateline-queue__open').count();
  await page.goto(`${stack.adminURL}/moderation`);
  await expect.poll(shown).toBe(50);
  await page.getByRole('button', { name: 'Show more' }).click();
  await expect.poll(shown).toBe(60);
  await page.getByLabel('Why it waits').selectOption({ label: 'Many links.' });
  await expect.poll(shown).toBe(2);
  await page.waitForURL('**/moderation?view=held&reason=links');
  await page.reload();
  await expect.poll(shown).toBe(2);
  await page.keyboard.press('c');
  await page.getByRole('button', { name: 'Approve 2' }).click();
  await page.getByText('Nothing waits.').waitFor();
  await page.getByRole('button', { name: 'Show all' }).click();
  await expect.poll(shown).toBe(50);
  await page.getByRole('button', { name: 'Only this thread' }).click();
  await page.getByText('The thread under A ferry runs').waitFor();
});

test('the log is read at the desk, and asked for one kind', async () => {
  await openDesk();
  await query(
    stack.database.url,
    `insert into moderation_log (act, article, before, after)
     values ('thread', $1, 'open', 'held'), ('settings', null, 'closeAll: false', 'closeAll: true')`,
    [article],
  );
  await page.goto(`${stack.adminURL}/moderation`);
  await page.getByRole('link', { name: 'Log of moderation' }).click();
  await page.getByText('Thread: from open to held').first().waitFor();
  await page.getByLabel('What').selectOption({ label: 'Settings' });
  await page.getByRole('button', { name: 'Show' }).click();
  await page.waitForURL('**/moderation/log?kind=settings**');
  await page.getByText('Settings: “Every thread is closed” from off to on').first().waitFor();
  expect(await page.getByText('Thread: from open to held').count()).toBe(0);
});
