import type { Page } from 'playwright-core';
import { beforeAll, expect, test } from 'vitest';
import { hintCookie, sessionCookie } from '../../shared/src/session.ts';
import { openPage } from '../support/browser.ts';
import { confirmationOf } from '../support/mail.ts';
import { startStack, type TestStack } from '../support/stack.ts';

let stack: TestStack;
beforeAll(async () => {
  stack = await startStack({ sample: true });
});

/** The first story on the front page that takes comments and has none yet. */
async function openQuietStory(page: Page): Promise<void> {
  await page.goto(stack.siteURL);
  const stories = await page
    .locator('main a[href^="/articles/"]')
    .evaluateAll((links) => links.map((link) => (link as HTMLAnchorElement).href));
  for (const story of new Set(stories)) {
    const html = await (await fetch(story)).text();
    if (!html.includes('Be the first to comment!')) continue;
    await page.goto(`${story}#comments`);
    return;
  }
  throw new Error('The sample has no story without comments.');
}

/** Registers from the story that the page shows, and comes back to it signed in. */
async function register(page: Page, name: string): Promise<void> {
  const address = `${name.toLowerCase()}@reader.example`;
  await page.locator('#comments').getByRole('link', { name: 'Register' }).click();
  await page.getByLabel('E-mail address').fill(address);
  await page.getByLabel('Name', { exact: true }).fill(name);
  await page.getByLabel('Password').fill('a long and quiet road');
  await page.getByRole('button', { name: 'Register' }).click();
  await page.goto(await confirmationOf(stack, address));
  await page.getByRole('button', { name: 'Confirm' }).click();
  await page.getByLabel('Your comment').waitFor();
}

const announcement = (page: Page) => page.locator('#comments').getByRole('status');

test('whoever is not signed in is told so, and costs the API nothing', async () => {
  const page = await openPage();
  const calls: string[] = [];
  page.on('request', (request) => request.url().includes('/api/') && calls.push(request.url()));
  await openQuietStory(page);
  const comments = page.locator('#comments');
  await page.waitForFunction(() => customElements.get('dl-comments') !== undefined);
  expect(await comments.getByRole('heading', { level: 2 }).innerText()).toBe('Comments (0)');
  await comments.getByText('Login Required').waitFor();
  await comments.getByText('You must be logged in to post a comment.').waitFor();
  await comments.getByText('No comments yet. Be the first to comment!').waitFor();
  expect(calls).toEqual([]);
});

test('a reader comes back signed in and sees the first comment wait', async () => {
  const page = await openPage();
  await openQuietStory(page);
  await register(page, 'Nakiru');
  expect(await page.locator('.account').textContent()).toBe('Account');
  const text = page.getByLabel('Your comment');
  await text.fill('Who pays for the second rig?\n\nAnd <b>when</b>?');
  await page.getByRole('button', { name: 'Post comment' }).click();
  await expect.poll(() => announcement(page).textContent()).toContain('waiting for a moderator');
  expect(await text.inputValue()).toBe('');
  expect(await page.evaluate(() => document.activeElement?.tagName), 'focus stays in the form').toBe('BUTTON');
  const own = page.locator('.comment', { hasText: 'Who pays' });
  expect(await own.locator('.state').textContent()).toBe('Waiting for a moderator');
  expect(await own.locator('b').count()).toBe(0);

  await page.reload();
  await page.locator('.comment', { hasText: 'Who pays' }).waitFor();
  const other = await openPage();
  await other.goto(page.url());
  expect(await other.getByText('Who pays').count(), 'nobody else sees it').toBe(0);
});

test('what was typed outlives a lost connection, a reload and a session that ended', async () => {
  const page = await openPage({ expectedErrors: [/ERR_INTERNET_DISCONNECTED/, /401/] });
  await openQuietStory(page);
  await register(page, 'Lokiru');
  const text = page.getByLabel('Your comment');
  const post = page.getByRole('button', { name: 'Post comment' });

  await text.fill('The road was open on Monday.');
  await page.context().setOffline(true);
  await post.click();
  await expect.poll(() => announcement(page).textContent()).toContain('Posting is paused');
  expect(await text.inputValue()).toBe('The road was open on Monday.');
  expect(await page.locator('.comment', { hasText: 'The road' }).count(), 'nothing looks posted').toBe(0);

  await page.context().setOffline(false);
  await page.reload();
  await text.waitFor();
  expect(await text.inputValue()).toBe('The road was open on Monday.');

  const cookies = await page.context().cookies();
  expect(cookies.map(({ name }) => name)).toContain(hintCookie);
  await page.context().clearCookies({ name: sessionCookie.plain });
  await post.click();
  await expect.poll(() => announcement(page).textContent()).toContain('Your session has ended');
  expect(await text.inputValue()).toBe('The road was open on Monday.');

  await announcement(page).getByRole('link').click();
  await page.getByLabel('E-mail address').fill('lokiru@reader.example');
  await page.getByLabel('Password').fill('a long and quiet road');
  await page.getByRole('button', { name: 'Log in' }).click();
  await text.waitFor();
  expect(await text.inputValue()).toBe('The road was open on Monday.');
  await post.click();
  await expect.poll(() => announcement(page).textContent()).toContain('waiting for a moderator');
});

test('without script the way to a comment is a link', async () => {
  const page = await openPage({ javaScriptEnabled: false });
  await openQuietStory(page);
  await page.getByRole('link', { name: 'Write a comment' }).click();
  await page.getByRole('button', { name: 'Log in' }).waitFor();
  expect(decodeURIComponent(page.url())).toContain('/comments/new?article=');
});
