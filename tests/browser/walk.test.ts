import type { Page } from 'playwright-core';
import { routes } from '@dateline/shared/routes';
import { beforeAll, expect, test } from 'vitest';
import { openPage } from '../support/browser.ts';
import { startStack, type TestStack } from '../support/stack.ts';
import { firstPassword, registerFromStory } from './reader-registration.ts';

let stack: TestStack;

beforeAll(async () => {
  stack = await startStack({ sample: true });
});

const slug = 'the-well-at-testero-runs-again';
const article = routes.article(slug);

/** What a reader without JavaScript gets. */
async function read(path: string): Promise<string> {
  const response = await fetch(new URL(path, stack.siteURL), { redirect: 'manual' });
  return response.ok ? response.text() : `${response.status}`;
}

const shows = (path: string, text: string | RegExp) =>
  expect.poll(() => read(path), { timeout: 10_000, message: path }).toMatch(text);

async function choose(page: Page, field: string, name: string): Promise<void> {
  const input = page.locator(`#field-${field} input`).first();
  const option = page.getByRole('option', { name }).first();
  // When a draft is saved meanwhile the form is drawn anew, and what was typed here is gone.
  const isOffered = async () => {
    if ((await input.inputValue()) !== name) await input.fill(name);
    return option.isVisible();
  };
  await expect.poll(isOffered).toBe(true);
  await option.click();
}

async function signIn(page: Page): Promise<void> {
  const { editor } = stack.secrets;
  await page.goto(stack.adminURL);
  await page.getByLabel('Email').fill(editor?.email ?? '');
  await page.getByLabel('Password').fill(editor?.password ?? '');
  await page.getByRole('button', { name: 'Login' }).click();
  await page.waitForURL(stack.adminURL);
}

async function writeArticle(page: Page): Promise<void> {
  await page.goto(`${stack.adminURL}/collections/articles/create`);
  await page.waitForURL(/\/collections\/articles\/[0-9a-f-]{36}/);
  await page.locator('#field-headline').fill('The well at Testero runs again');
  await page.getByLabel('Standfirst').fill('It took a gearbox and eleven weeks.');
  await choose(page, 'dateline__place', 'Wajir town');
  await page.locator('#field-dateline__date input').fill('20 Nov 2026');
  await page.keyboard.press('Escape');
  await choose(page, 'authors', 'Hassan Dubow');
  await page.locator('[data-lexical-editor="true"]').first().click();
  await page.keyboard.type('It was ');
  await page.keyboard.type('@Halima Ge');
  await page.getByRole('option', { name: 'Halima Gedi', selected: true }).waitFor();
  await page.keyboard.press('Enter');
  await page.keyboard.type(' who carried the part to @Marsabit to');
  await page.getByRole('option', { name: 'Marsabit town', selected: true }).waitFor();
  await page.keyboard.press('Enter');
  await page.keyboard.type('.');
}

async function publish(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Publish changes' }).click();
  await page.locator('.dateline-standing--good', { hasText: 'Live' }).waitFor();
}

async function commentAs(page: Page, name: string, text: string): Promise<void> {
  await page.goto(new URL(article, stack.siteURL).href);
  const comments = page.locator('#comments');
  await comments.getByText('You must be logged in to post a comment.').waitFor();
  await comments.getByText('No comments yet. Be the first to comment!').waitFor();
  const address = await registerFromStory(page, stack, name);
  await page.getByRole('button', { name: 'Log out' }).first().click();
  await page.goto(new URL(article, stack.siteURL).href);
  await comments.getByRole('link', { name: 'Login' }).click();
  await page.getByLabel('E-mail address').fill(address);
  await page.getByLabel('Password').fill(firstPassword);
  await page.getByRole('button', { exact: true, name: 'Log in' }).click();
  await page.getByLabel('Your comment').fill(text);
  await page.getByRole('button', { name: 'Post comment' }).click();
  await comments.getByText('Waiting for a moderator', { exact: true }).waitFor();
}

test('a story is written, published, commented on, corrected and taken down, and the site follows each time', async () => {
  const desk = await openPage();
  await signIn(desk);
  await writeArticle(desk);
  expect(await read(article), 'a draft is nowhere').toBe('404');
  await publish(desk);

  const html = await read(article);
  expect(html).toContain('The well at Testero runs again');
  expect(html).toContain(`<a href="${routes.person('halima-gedi')}">Halima Gedi</a>`);
  expect(html).toContain(`<a href="${routes.place('marsabit-town')}">Marsabit town</a>`);
  const lists = [routes.home, routes.person('halima-gedi'), routes.place('marsabit-town'), routes.atom];
  for (const list of lists) expect(await read(list), list).toContain(article);

  const reader = await openPage();
  await commentAs(reader, 'Nakiru', 'Who pays for the next one?');
  expect(await read(article), 'a comment that waits is not public').not.toContain('Who pays');

  await desk.goto(stack.adminURL);
  await desk.getByRole('link', { name: 'Comments waiting' }).click();
  await desk.getByRole('button', { name: /Who pays/ }).click();
  await desk.getByRole('article').getByText('Who pays').waitFor();
  await desk.getByRole('button', { name: 'Approve' }).click();
  await shows(article, 'Who pays for the next one?');
  const plain = await openPage({ javaScriptEnabled: false });
  await plain.goto(new URL(article, stack.siteURL).href);
  await plain.locator('#comments').getByText('Who pays for the next one?').waitFor();
  await plain.getByRole('heading', { name: 'Comments (1)' }).waitFor();

  await desk.goto(`${stack.adminURL}/collections/articles`);
  await desk.getByRole('link', { name: 'The well at Testero runs again' }).click();
  await desk.locator('#field-headline').fill('The well at Testero runs again, for now');
  await desk.getByRole('button', { name: 'Publish changes' }).click();
  await shows(article, /runs again, for now<\/h1>/);
  await shows(routes.home, 'runs again, for now');

  await desk.locator('.doc-controls__popup button').first().click();
  await desk.locator('#action-unpublish').click();
  await desk.getByRole('button', { name: 'Confirm' }).click();
  await expect.poll(() => read(article), { timeout: 10_000 }).toBe('410');
  for (const list of lists) expect(await read(list), list).not.toContain(article);
});
