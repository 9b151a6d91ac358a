import type { Page } from 'playwright-core';
import { beforeAll, describe, expect, test } from 'vitest';
import { readerBase, readerRoutes } from '../../shared/src/routes.ts';
import { openPage } from '../support/browser.ts';
import { startStack, type TestStack } from '../support/stack.ts';
import { busyStory } from './busy-story.ts';
import { fileIs, postMany } from './long-thread.ts';
import { registerFromStory } from './reader-registration.ts';

let stack: TestStack;
beforeAll(async () => {
  stack = await startStack({ sample: true });
});

const conversations = (page: Page) =>
  page.locator('[data-thread] > .comment').evaluateAll((items) => items.map(({ id }) => id));

/** What of the reader API a page asks for from now on. */
function questionsOf(page: Page): string[] {
  const asked: string[] = [];
  page.on('request', (request) => request.url().includes(readerBase) && asked.push(request.url()));
  return asked;
}

const target = (page: Page) => page.evaluate(() => document.querySelector(':target')?.id);

test('a reader chooses an order, and the page’s own comes back', async () => {
  const { href: path } = await busyStory(stack);
  const page = await openPage();
  await page.goto(path);
  const order = page.getByLabel('Order');
  await order.waitFor();
  const newest = await conversations(page);
  await order.selectOption('oldest');
  await expect.poll(() => conversations(page)).toEqual(newest.toReversed());
  await order.selectOption('newest');
  await expect.poll(() => conversations(page)).toEqual(newest);
});

test('the order is kept for a reader who is signed in, and costs nobody else a question', async () => {
  const { href: path } = await busyStory(stack);
  const page = await openPage();
  await page.goto(path);
  const order = page.getByLabel('Order');
  const newest = await conversations(page);
  await order.selectOption('oldest');
  await expect.poll(() => conversations(page)).toEqual(newest.toReversed());
  const asked = questionsOf(page);
  await page.reload();
  await order.waitFor();
  await page.waitForLoadState('networkidle');
  expect(await order.inputValue()).toBe('newest');
  expect(await conversations(page)).toEqual(newest);
  expect(asked).toEqual([]);

  await registerFromStory(page, stack, 'Lomala');
  await page.goto(path);
  await expect.poll(() => conversations(page)).toEqual(newest.toReversed());
  expect(await order.inputValue()).toBe('oldest');
});

test('a link to a comment leads to it, whatever order was chosen before', async () => {
  const { href: path } = await busyStory(stack);
  const page = await openPage();
  await page.goto(path);
  await registerFromStory(page, stack, 'Nakwan');
  await page.getByLabel('Order').selectOption('oldest');
  await page.locator('.ordered').waitFor();
  const id = (await conversations(page))[0] ?? '';
  await page.goto('about:blank');
  await page.goto(path.replace(/#.*/, `#${id}`));
  await page.getByLabel('Your comment').waitFor();
  expect(await target(page)).toBe(id);
  expect(await page.getByLabel('Order').inputValue()).toBe('newest');
});

describe('a thread of more conversations than its page holds', () => {
  const sixty = async (page: Page) => {
    const { href: path } = await busyStory(stack);
    await page.goto(path);
    await registerFromStory(page, stack, 'Ekitela');
    const article = (await page.locator('dl-comments').getAttribute('data-article')) ?? '';
    const bodies = Array.from({ length: 60 }, (_, number) => ({ article, body: `Lorry number ${number} has come.` }));
    const ids = await postMany(page, stack, bodies);
    await fileIs(path, (html) => html.includes(ids.at(-1)!) && html.includes('rel="next"'));
    return { path, ids: ids.map((id) => `comment-${id}`) };
  };

  test('is shown to its readers once, and a link to a comment finds it from any order', async () => {
    const page = await openPage();
    const { path, ids } = await sixty(page);
    const html = await (await fetch(path)).text();
    const onPage = [...html.matchAll(/<li id="(comment-[^"]+)"/g)].map(([, id]) => id);
    expect(onPage).not.toContain(ids[0]);
    await page.reload();
    await page.getByLabel('Your comment').waitFor();
    expect(await page.locator('[data-thread] .comment').evaluateAll((all) => all.map(({ id }) => id))).toEqual(onPage);
    await page
      .locator(`[id="${ids.at(-1)}"]`)
      .getByRole('link', { name: 'Edit' })
      .waitFor();

    await page.getByLabel('Order').selectOption('oldest');
    await page.locator('.ordered').waitFor();
    const last = ids.at(-1)!;
    expect(await page.locator(`[id="${last}"]`).count(), 'it is further down').toBe(0);
    const asked = questionsOf(page);
    await page.evaluate((id) => (location.hash = id), last);
    await expect.poll(() => target(page)).toBe(last);
    expect(await page.getByLabel('Order').inputValue()).toBe('newest');
    expect(await page.locator(`[id="${last}"]`).isVisible()).toBe(true);
    expect(asked).toEqual([]);
  });
});

test('an answer that is being written goes on in another order', async () => {
  const page = await openPage();
  await page.goto((await busyStory(stack)).href);
  await registerFromStory(page, stack, 'Losike');
  const answered = page.locator('[data-thread] > .comment').nth(1);
  const id = await answered.getAttribute('id');
  await answered
    .locator(':scope > .acts')
    .getByRole('link', { name: /^Reply/ })
    .click();
  await page.getByLabel('Your reply').fill('From which side?');
  for (const order of ['recommended', 'newest']) {
    await page.getByLabel('Order').selectOption(order);
    await page.locator('.ordered').waitFor({ state: order === 'newest' ? 'detached' : 'attached' });
    await expect.poll(() => page.locator(`[id="${id}"] > .acts textarea`).count()).toBe(1);
    expect(await page.getByLabel('Your reply').inputValue()).toBe('From which side?');
  }
  await page.getByRole('button', { name: 'Cancel' }).click();
  await page.getByLabel('Your comment').waitFor();
  expect(await page.evaluate(() => document.activeElement?.closest('.comment')?.id)).toBe(id);
});

test('a comment that is recommended comes first, and the recommendation is taken back by the same button', async () => {
  const { href: path } = await busyStory(stack);
  const page = await openPage();
  await page.goto(path);
  await registerFromStory(page, stack, 'Atieno');
  const last = page.locator('[data-thread] > .comment').last();
  const id = await last.getAttribute('id');
  const button = last.locator(':scope > .acts').getByRole('button', { name: /^Recommend the comment/ });
  await button.focus();
  await page.keyboard.press('Enter');
  await expect.poll(() => button.getAttribute('aria-pressed')).toBe('true');
  await expect.poll(() => last.locator(':scope > .acts').innerText()).toContain('1 recommends it');
  await page.getByLabel('Order').selectOption('recommended');
  await expect.poll(async () => (await conversations(page))[0]).toBe(id);
  const first = page.locator('[data-thread] > .comment').first().locator(':scope > .acts');
  await first.getByRole('button', { name: /^Recommend the comment/ }).click();
  await expect.poll(() => first.innerText()).not.toContain('recommends it');
});

test('a link to a comment finds it on whatever page it stands', async () => {
  const { href: path } = await busyStory(stack);
  const page = await openPage();
  await page.goto(path);
  const id = (await conversations(page)).at(-1) ?? '';
  const here = new URL(page.url()).pathname;
  const stories = await page
    .locator('a[href^="/articles/"]')
    .evaluateAll((links) => links.map((link) => (link as HTMLAnchorElement).href));
  const other = stories.find((story) => new URL(story).pathname !== here) ?? '';
  await page.goto(`${other}#${id}`);
  await page.waitForURL(`**${here}#${id}`);
  expect(await page.locator(':target').getAttribute('id')).toBe(id);
  await page.goto(new URL(readerRoutes.comment(id.slice('comment-'.length)), stack.siteURL).href);
  expect(page.url()).toContain(`${here}#${id}`);
});
