import type { Page } from 'playwright-core';
import { beforeAll, expect, test } from 'vitest';
import { sessionCookie } from '../../shared/src/session.ts';
import { openPage, type PageOptions } from '../support/browser.ts';
import { query } from '../support/database.ts';
import { startStack, type TestStack } from '../support/stack.ts';
import { signInToDesk } from './admin-session.ts';
import { busyStory } from './busy-story.ts';
import { firstPassword, registerFromStory, registerHere } from './reader-registration.ts';

let stack: TestStack;
beforeAll(async () => {
  stack = await startStack({ sample: true });
});

const holdAll = (held: boolean) =>
  query(
    stack.database.url,
    'update newsroom_settings set moderation_hold_new = false, moderation_hold_all = $1, updated_at = now()',
    [held],
  );

/** A page with the story, on which a new reader is signed in, whose clock can be put forward. */
async function read(name: string, options: PageOptions = {}): Promise<Page> {
  const page = await openPage(options);
  await page.clock.install();
  await page.goto((await busyStory(stack)).href);
  await registerFromStory(page, stack, name);
  return page;
}

const conversation = (page: Page, text: string) => page.locator('[data-thread] > .comment', { hasText: text });
const announcement = (page: Page) => page.locator('#comments').getByRole('status');

async function post(page: Page, text: string): Promise<void> {
  await page.getByLabel('Your comment').fill(text);
  await page.getByRole('button', { name: 'Post comment' }).click();
  await conversation(page, text).getByRole('link', { name: 'Edit' }).waitFor();
}

/** The story's file, once it is so. */
async function file(page: Page, isSo: (html: string) => boolean): Promise<string> {
  const { pathname } = new URL(page.url());
  const read = async () => await (await fetch(new URL(pathname, stack.siteURL))).text();
  await expect.poll(async () => isSo(await read()), { timeout: 10_000 }).toBe(true);
  return await read();
}

/** Lets the page look twice whether something has come: it looks again once it is through with the first. */
async function lookTwice(page: Page): Promise<void> {
  const { href } = new URL(new URL(page.url()).pathname, stack.siteURL);
  for (let look = 0; look < 2; look++) {
    const looked = page.waitForResponse((response) => response.url() === href);
    await page.clock.fastForward(300_000);
    await looked;
  }
}

/** Stays on the page until it is followed. */
async function readOn(page: Page): Promise<void> {
  await page.clock.fastForward(31_000);
  await page.locator('.arrivals[aria-live]').waitFor({ state: 'attached' });
}

/** Does something to a comment at the desk. */
async function moderate(comment: string, data: object): Promise<void> {
  const desk = await openPage();
  await signInToDesk(desk, stack);
  const headers = { Origin: new URL(stack.adminURL).origin };
  const done = await desk.request.patch(`${stack.adminURL}/api/comments/${comment}`, { data, headers });
  expect(done.status()).toBe(200);
}

test('a page that is behind brings back nothing that its reader has changed or deleted', async () => {
  await holdAll(false);
  const page = await read('Ekutan');
  await post(page, 'The gate is shut.');
  const behind = await file(page, (html) => html.includes('The gate is shut.'));
  await readOn(page);
  await page.route(new URL(new URL(page.url()).pathname, stack.siteURL).href, (route) =>
    route.fulfill({ body: behind, contentType: 'text/html' }),
  );
  const own = conversation(page, 'The gate');
  await own.getByRole('link', { name: 'Edit' }).click();
  await page.getByLabel('What it says').fill('The gate is open.');
  await page.getByRole('button', { name: 'Save' }).click();
  await own.getByText('The gate is open.').waitFor();
  await lookTwice(page);
  expect(await own.locator('.said-here').innerText()).toBe('The gate is open.');

  const id = await own.getAttribute('id');
  await own.getByRole('link', { name: 'Delete' }).click();
  await page.getByRole('button', { name: 'Delete it' }).click();
  await expect.poll(() => announcement(page).textContent()).toBe('Your comment is deleted.');
  const count = await page.locator('[data-count]').textContent();
  await lookTwice(page);
  expect(await page.locator(`[id="${id}"]`).innerText()).toBe('This comment was removed.');
  expect(await page.locator('[data-count]').textContent()).toBe(count);
});

test('a comment that is pinned above the thread says what its reader makes of it', async () => {
  await holdAll(false);
  const page = await read('Lochuch');
  await post(page, 'The dam is full.');
  const own = conversation(page, 'The dam');
  await moderate(((await own.getAttribute('id')) ?? '').slice('comment-'.length), { pinned: true });
  await file(page, (html) => html.includes('data-pinned'));
  await page.reload();
  const pinned = page.getByRole('complementary', { name: 'Pinned comment' });
  await own.getByRole('link', { name: 'Edit' }).click();
  await page.getByLabel('What it says').fill('The dam is half full.');
  await page.getByRole('button', { name: 'Save' }).click();
  await pinned.getByText('The dam is half full.').waitFor();
  expect(await pinned.locator('header').innerText()).toContain('Edited');
  await own.getByRole('link', { name: 'Delete' }).click();
  await page.getByRole('button', { name: 'Delete it' }).click();
  await expect.poll(() => announcement(page).textContent()).toBe('Your comment is deleted.');
  expect(await pinned.count()).toBe(0);
});

test('an answer that is being written stays, whatever becomes of the comment meanwhile', async () => {
  const page = await read('Nangiro');
  await readOn(page);
  const answered = page.locator('[data-thread] > .comment').last();
  const id = ((await answered.getAttribute('id')) ?? '').slice('comment-'.length);
  await answered
    .locator(':scope > .acts')
    .getByRole('link', { name: /^Reply/ })
    .click();
  await page.getByLabel('Your reply').fill('Whose ford is it?');

  await moderate(id, { status: 'removed' });
  await file(page, (html) => html.includes(`<li id="comment-${id}" class="comment removed"`));
  await lookTwice(page);
  expect(await page.getByLabel('Your reply').inputValue()).toBe('Whose ford is it?');
  await page.getByRole('button', { name: 'Cancel' }).click();
  await page.getByLabel('Your comment').focus();
  await lookTwice(page);
  expect(await page.locator(`[id="comment-${id}"] > p`).first().innerText()).toBe('This comment was removed.');
});

test('in another order too a reader sees what of theirs waits, and what they can do', async () => {
  await holdAll(false);
  const page = await read('Lopeyok');
  await post(page, 'The bridge holds.');
  await holdAll(true);
  await post(page, 'The bridge sways.');
  const first = page.locator('[data-thread] > .comment:not(.removed)').last();
  const recommended = first.locator(':scope > .acts').getByRole('button', { name: /^Recommend/ });
  await recommended.click();
  await expect.poll(() => first.locator(':scope > .acts').innerText()).toContain('recommend');

  await page.getByLabel('Order').selectOption('oldest');
  await page.locator('.ordered').waitFor();
  expect(await conversation(page, 'The bridge sways.').locator('.state').textContent()).toBe('Waiting for a moderator');
  for (const text of ['The bridge holds.', 'The bridge sways.'])
    await conversation(page, text).getByRole('link', { name: 'Delete' }).waitFor();
  const pressed = page.locator('[data-thread] button[aria-pressed="true"]');
  expect(await pressed.count()).toBe(1);

  await conversation(page, 'The bridge sways.').getByRole('link', { name: 'Delete' }).click();
  await page.getByRole('button', { name: 'Delete it' }).click();
  await expect.poll(() => announcement(page).textContent()).toBe('Your comment is deleted.');
  await page.getByLabel('Order').selectOption('newest');
  await page.locator('.ordered').waitFor({ state: 'detached' });
  expect(await page.getByText('The bridge sways.').count()).toBe(0);
  expect(await conversation(page, 'The bridge holds.').getByRole('link', { name: 'Delete' }).count()).toBe(1);
});

test('an order that is not to be had leaves the one that is shown chosen', async () => {
  const page = await openPage({ expectedErrors: [/ERR_INTERNET_DISCONNECTED/] });
  await page.goto((await busyStory(stack)).href);
  const order = page.getByLabel('Order');
  await order.waitFor();
  await page.context().setOffline(true);
  await order.selectOption('oldest');
  await expect.poll(() => announcement(page).textContent()).toBe('Another order is not to be had at the moment.');
  expect(await order.inputValue()).toBe('newest');
});

test('whoever has to log in again while they answer goes on with the answer', async () => {
  const page = await read('Akiru', { expectedErrors: [/401/] });
  const answered = page.locator('[data-thread] > .comment').first();
  await answered
    .locator(':scope > .acts')
    .getByRole('link', { name: /^Reply/ })
    .click();
  const text = page.getByLabel('Your reply');
  await text.fill('And who keeps it?');
  await page.context().clearCookies({ name: sessionCookie.plain });
  await page.getByRole('button', { name: 'Post reply' }).click();
  await page.getByRole('alert').getByRole('link', { name: 'Log in again' }).click();
  await page.getByLabel('E-mail address').fill('akiru@reader.example');
  await page.getByLabel('Password').fill(firstPassword);
  await page.keyboard.press('Enter');
  await page.getByLabel('E-mail address').waitFor({ state: 'detached' });
  expect(await text.inputValue()).toBe('And who keeps it?');
  await expect.poll(() => page.evaluate(() => document.activeElement?.id)).toBe('body');
  await page.getByRole('button', { name: 'Post reply' }).click();
  await answered.locator('.replies').getByText('And who keeps it?').waitFor();
});

test('the thread of a story in Swahili speaks Swahili', async () => {
  await holdAll(true);
  const [story] = await query<{ slug: string }>(stack.database.url, "select slug from articles where language = 'sw'");
  const page = await openPage({ viewport: { width: 320, height: 800 }, expectedErrors: [/409/, /422/] });
  await page.goto(new URL(`/articles/${story?.slug}/#comments`, stack.siteURL).href);
  const comments = page.locator('#comments');
  await comments.getByText('Ni lazima uingie ili uandike maoni.').waitFor();
  await comments.getByRole('link', { name: 'Jisajili' }).click();
  await registerHere(page, stack, 'Mwajuma');
  await page.getByLabel('Maoni yako').fill('Daraja *limepona*.');
  await page.getByRole('button', { name: 'Tuma maoni' }).click();
  await expect.poll(() => announcement(page).textContent()).toContain('Maoni yako yanasubiri msimamizi.');
  for (const [text, said] of [
    ['Daraja *limepona*.', 'Umeshatuma maoni haya hapa. Maandishi yako yamehifadhiwa.'],
    [' .', 'Andika maoni ya herufi 2 hadi 5000.'],
  ] as const) {
    await page.getByLabel('Maoni yako').fill(text);
    await page.getByRole('button', { name: 'Tuma maoni' }).click();
    await comments.locator('.problem').getByText(said, { exact: true }).waitFor();
  }
  const own = conversation(page, 'Daraja');
  expect(await own.locator('.state').textContent()).toBe('Yanasubiri msimamizi');
  await own.getByRole('link', { name: /^Hariri uliyoandika / }).click();
  await page.getByRole('button', { name: 'Ghairi' }).click();
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(320);
  // Words that are left in English stand out as what has no translation.
  const said = await comments.locator('dl-comments > :not(.house-rules)').allInnerTexts();
  expect(said.join('\n')).not.toMatch(/\b(comment|reply|logged|edit|delete|newest|report)\b/i);
  await own.getByRole('link', { name: 'Futa' }).click();
  await page.getByRole('button', { name: 'Yafute' }).click();
  await expect.poll(() => announcement(page).textContent()).toBe('Maoni yako yamefutwa.');
});
