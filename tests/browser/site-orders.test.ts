import type { Page } from 'playwright-core';
import { beforeAll, expect, test } from 'vitest';
import { readerRoutes } from '../../shared/src/routes.ts';
import { openPage } from '../support/browser.ts';
import { startStack, type TestStack } from '../support/stack.ts';
import { busyStory } from './busy-story.ts';
import { registerHere } from './reader-registration.ts';

let stack: TestStack;
beforeAll(async () => {
  stack = await startStack({ sample: true });
});

const conversations = (page: Page) =>
  page.locator('[data-thread] > .comment').evaluateAll((items) => items.map(({ id }) => id));

test('a reader chooses an order, which is kept, and the page’s own comes back', async () => {
  const { href: path } = await busyStory(stack);
  const page = await openPage();
  await page.goto(path);
  const order = page.getByLabel('Order');
  await order.waitFor();
  const newest = await conversations(page);
  await order.selectOption('oldest');
  await expect.poll(() => conversations(page)).toEqual(newest.toReversed());
  await page.reload();
  await expect.poll(() => conversations(page)).toEqual(newest.toReversed());
  expect(await order.inputValue()).toBe('oldest');
  await order.selectOption('newest');
  await expect.poll(() => conversations(page)).toEqual(newest);
});

test('a comment that is recommended comes first, and the recommendation is taken back by the same button', async () => {
  const { href: path } = await busyStory(stack);
  const page = await openPage();
  await page.goto(path);
  await page.locator('#comments').getByRole('link', { name: 'Register' }).click();
  await registerHere(page, stack, 'Atieno');
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
