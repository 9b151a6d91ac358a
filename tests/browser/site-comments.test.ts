import type { Page } from 'playwright-core';
import { beforeAll, expect, test } from 'vitest';
import { hintCookie, sessionCookie } from '../../shared/src/session.ts';
import { openPage } from '../support/browser.ts';
import { query } from '../support/database.ts';
import { startStack, type TestStack } from '../support/stack.ts';
import { firstPassword, registerFromStory } from './reader-registration.ts';

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

const announcement = (page: Page) => page.locator('#comments').getByRole('status');
/** What is said where it happened. */
const alert = (page: Page) => page.locator('#comments').getByRole('alert');

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
  await registerFromStory(page, stack, 'Nakiru');
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

test('a reader changes and deletes what they wrote, where it stands', async () => {
  const page = await openPage({ viewport: { width: 320, height: 800 } });
  await openQuietStory(page);
  await registerFromStory(page, stack, 'Ekai');
  await page.getByLabel('Your comment').fill('The well is *dry*.');
  await page.getByRole('button', { name: 'Post comment' }).click();
  const own = page.locator('.comment', { hasText: 'The well' });
  await own.getByRole('link', { name: 'Edit' }).click();
  const text = page.getByLabel('What it says');
  expect(await text.inputValue()).toBe('The well is *dry*.');
  await page.getByRole('button', { name: 'Cancel' }).click();
  expect(await page.evaluate(() => document.activeElement?.textContent)).toBe('Edit');

  await page.reload();
  await own.getByRole('link', { name: 'Edit' }).click();
  await text.fill('The well is **full**.');
  await page.getByRole('button', { name: 'Save' }).click();
  await own.getByText('Edited', { exact: true }).waitFor();
  expect(await own.locator('strong').textContent()).toBe('full');
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(320);

  await own.getByRole('link', { name: 'Delete' }).click();
  await page.getByRole('button', { name: 'Keep it' }).click();
  await own.getByRole('link', { name: 'Delete' }).click();
  await page.getByRole('button', { name: 'Delete it' }).click();
  await expect.poll(() => announcement(page).textContent()).toBe('Your comment is deleted.');
  expect(await page.getByText('The well').count()).toBe(0);
  expect(await page.locator('#comments [data-count]').textContent()).toBe('0');
});

test('what was typed outlives a lost connection, a reload and a session that ended', async () => {
  const page = await openPage({ expectedErrors: [/ERR_INTERNET_DISCONNECTED/, /401/] });
  await openQuietStory(page);
  await registerFromStory(page, stack, 'Lokiru');
  const text = page.getByLabel('Your comment');
  const post = page.getByRole('button', { name: 'Post comment' });

  await text.fill('The road was open on Monday.');
  await page.context().setOffline(true);
  await post.click();
  await alert(page).getByText('Posting is paused').waitFor();
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
  await alert(page).getByText('Your session has ended').waitFor();
  expect(await text.inputValue()).toBe('The road was open on Monday.');

  const here = page.url();
  await alert(page).getByRole('link').click();
  await page.getByLabel('E-mail address').fill('lokiru@reader.example');
  await page.getByLabel('Password').fill('not what was chosen');
  await page.getByRole('button', { exact: true, name: 'Log in' }).click();
  await alert(page).getByText('do not belong together').waitFor();
  await page.getByLabel('Password').fill(firstPassword);
  await page.keyboard.press('Enter');
  await text.waitFor();
  expect(page.url(), 'nobody was led away').toBe(here);
  expect(await text.inputValue()).toBe('The road was open on Monday.');
  await post.click();
  await expect.poll(() => announcement(page).textContent()).toContain('waiting for a moderator');
});

test('without script the way to a comment is a link', async () => {
  const page = await openPage({ javaScriptEnabled: false });
  await openQuietStory(page);
  await page.getByRole('link', { name: 'Write a comment' }).click();
  await page.getByRole('button', { exact: true, name: 'Log in' }).waitFor();
  expect(decodeURIComponent(page.url())).toContain('/comments/new?article=');
});

test('whoever has not agreed to new terms does it where they write, and their text stays', async () => {
  const page = await openPage({ expectedErrors: [/403/] });
  await openQuietStory(page);
  await registerFromStory(page, stack, 'Ekiru');
  await query(
    stack.database.url,
    `update newsroom_settings set accounts_terms = 'Be civil to one another.', accounts_terms_version = 41, updated_at = now()`,
  );
  const text = page.getByLabel('Your comment');
  await text.fill('The lorry came back empty.');
  await page.getByRole('button', { name: 'Post comment' }).click();
  await alert(page).getByText('Our terms have changed').waitFor();
  await page.locator('#comments').getByText('Be civil to one another.').waitFor();
  expect(await text.inputValue()).toBe('The lorry came back empty.');
  await page.getByLabel('I agree to these terms').check();
  await page.getByRole('button', { name: 'Post comment' }).click();
  await expect.poll(() => announcement(page).textContent()).toContain('waiting for a moderator');
  expect(await page.getByLabel('I agree to these terms').count()).toBe(0);
});
