import type { Page } from 'playwright-core';
import { beforeAll, expect, test } from 'vitest';
import { readerBase, routes } from '../../shared/src/routes.ts';
import { repliesPageSize, threadPageSize } from '../../shared/src/thread-pages.ts';
import { openPage } from '../support/browser.ts';
import { query } from '../support/database.ts';
import { idOf } from '../support/published-samples.ts';
import { startStack, type TestStack } from '../support/stack.ts';
import { fileIs } from './long-thread.ts';
import { anchorOf, quietStory, say } from './public-comments.ts';
import { firstPassword, registerHere } from './reader-registration.ts';

const root = 1;
const replies = repliesPageSize + 5;
/** Of a page of the replies, the last. */
const lastReply = 1_000 + replies - 1;
let stack: TestStack;
/** The oldest page of a thread, and what goes on of its first conversation. */
let further: { thread: string; conversation: string; slug: string };

beforeAll(async () => {
  stack = await startStack({ sample: true });
  const { id, slug } = await quietStory(stack);
  await say(stack, id, [
    ...Array.from({ length: 2 * threadPageSize }, (_, at) => ({ number: root + at })),
    ...Array.from({ length: replies }, (_, at) => ({ number: 1_000 + at, root: idOf(6, root), parent: idOf(6, root) })),
  ]);
  const at = (path: string) => new URL(path, stack.siteURL).href;
  further = { thread: at(routes.comments(id, 1)), conversation: at(routes.comments(idOf(6, root), 2)), slug };
});

const holdAll = (held: boolean) =>
  query(
    stack.database.url,
    'update newsroom_settings set moderation_hold_new = false, moderation_hold_all = $1, updated_at = now()',
    [held],
  );

const comments = (page: Page) => page.locator('#comments');
const announcement = (page: Page) => comments(page).locator('[data-announcement]');
const comment = (page: Page, number: number) => page.locator(`[id="${anchorOf(number)}"]`);

/** A further page, on which a new reader is signed in. */
async function read(url: string, name: string, expectedErrors: RegExp[] = []): Promise<Page> {
  const page = await openPage({ expectedErrors });
  await fileIs(url, (html) => html.includes(anchorOf(url === further.thread ? root : lastReply)));
  await page.goto(url);
  await comments(page).getByRole('link', { name: 'Register' }).click();
  await registerHere(page, stack, name);
  await comments(page).getByText('Logged in as').waitFor();
  return page;
}

async function reply(page: Page, number: number, text: string): Promise<void> {
  await comment(page, number)
    .locator(':scope > .acts')
    .getByRole('link', { name: /^Reply/ })
    .click();
  await page.getByLabel('Your reply').fill(text);
  await page.getByRole('button', { name: 'Post reply' }).click();
}

test('whoever logs in on a further page stays there, and nobody else costs the API a question', async () => {
  const page = await read(further.thread, 'Lokiru');
  expect(page.url()).toBe(`${further.thread}#comments`);
  await comments(page).getByRole('button', { name: 'Log out' }).click();
  await page.getByText('You must be logged in to post a comment.').waitFor();
  const asked: string[] = [];
  page.on('request', (request) => request.url().includes(readerBase) && asked.push(request.url()));
  await page.reload();
  await page.waitForFunction(() => customElements.get('dl-comments') !== undefined);
  await page.waitForLoadState('networkidle');
  expect(asked).toEqual([]);
  expect(await page.getByLabel('Order').count(), 'an order is chosen where the thread begins').toBe(0);

  await comments(page).getByRole('link', { name: 'Login' }).click();
  await page.getByLabel('E-mail address').fill('lokiru@reader.example');
  await page.getByLabel('Password').fill(firstPassword);
  await page.keyboard.press('Enter');
  const write = comments(page).getByRole('link', { name: 'Write a comment' });
  await write.waitFor();
  expect(page.url()).toBe(`${further.thread}#comments`);
  expect(await page.evaluate(() => document.activeElement?.textContent)).toBe('Write a comment');
  await write.click();
  await page.getByLabel('Your comment').waitFor();
  expect(new URL(page.url()).pathname).toBe(routes.article(further.slug));
});

test('a reply on a further page keeps its text where it cannot be sent, waits where it stands, is changed and deleted', async () => {
  await holdAll(true);
  const page = await read(further.thread, 'Naperit', [/ERR_INTERNET_DISCONNECTED/]);
  await page.context().setOffline(true);
  await reply(page, 2, 'The ferry goes at noon.');
  await comment(page, 2).getByRole('alert').getByText('Posting is paused. Your text is kept').waitFor();
  await page.context().setOffline(false);
  await page.reload();
  await comments(page).getByText('Logged in as').waitFor();
  await comment(page, 2)
    .locator(':scope > .acts')
    .getByRole('link', { name: /^Reply/ })
    .click();
  expect(await page.getByLabel('Your reply').inputValue()).toBe('The ferry goes at noon.');
  await page.getByRole('button', { name: 'Post reply' }).click();
  const own = comment(page, 2).locator('.replies > .comment', { hasText: 'The ferry goes' });
  await own.locator('.state', { hasText: 'Waiting for a moderator' }).waitFor();
  expect(await announcement(page).textContent()).toContain('Your comment is waiting for a moderator.');

  await page.reload();
  await own.getByRole('link', { name: 'Edit' }).click();
  await page.getByLabel('What it says').fill('The ferry goes at one.');
  await page.getByRole('button', { name: 'Save' }).click();
  await own.getByText('The ferry goes at one.').waitFor();
  await own.getByRole('link', { name: 'Delete' }).click();
  await page.getByRole('button', { name: 'Delete it' }).click();
  await expect.poll(() => announcement(page).textContent()).toBe('Your comment is deleted.');
  expect(await own.count()).toBe(0);
});

test('a reader recommends on a further page, and what they recommend is marked there', async () => {
  const page = await read(further.thread, 'Ekale');
  const recommend = comment(page, 3)
    .locator(':scope > .acts')
    .getByRole('button', { name: /^Recommend/ });
  await recommend.click();
  await comment(page, 3).getByText('1 recommends it').waitFor();
  await page.reload();
  await expect.poll(() => recommend.getAttribute('aria-pressed')).toBe('true');
});

test('what a reader wrote under the article and waits does not stand on a further page', async () => {
  await holdAll(true);
  const page = await read(further.thread, 'Lomuria');
  await comments(page).getByRole('link', { name: 'Write a comment' }).click();
  await page.getByLabel('Your comment').fill('At the top.');
  await page.getByRole('button', { name: 'Post comment' }).click();
  await page.locator('[data-thread] > .comment', { hasText: 'At the top.' }).getByText('Waiting').waitFor();
  await page.goto(further.thread);
  await comments(page).getByText('Logged in as').waitFor();
  await reply(page, 4, 'Far below.');
  await comment(page, 4).locator('.replies').getByText('Waiting for a moderator').waitFor();
  expect(await page.getByText('At the top.').count()).toBe(0);
});

test('on a page of a conversation a reply stands behind those that it has, with what it answers', async () => {
  await holdAll(false);
  const page = await read(further.conversation, 'Akai');
  await reply(page, lastReply, 'And who pays?');
  const own = page.locator('[data-thread] > .comment').last();
  await own.getByText('And who pays?').waitFor();
  await own.getByRole('link', { name: 'Delete' }).waitFor();
  expect(await own.locator('.answered').textContent()).toContain(`In reply to Reader ${lastReply}:`);
  await fileIs(further.conversation, (html) => html.includes('And who pays?'));
  await page.reload();
  await own.getByRole('link', { name: 'Delete' }).click();
  await page.getByRole('button', { name: 'Delete it' }).click();
  await expect.poll(() => announcement(page).textContent()).toBe('Your comment is deleted.');
});
