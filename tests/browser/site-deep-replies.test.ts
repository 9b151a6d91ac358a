import type { Page } from 'playwright-core';
import { beforeAll, expect, test } from 'vitest';
import { readerRoutes } from '../../shared/src/routes.ts';
import { openPage } from '../support/browser.ts';
import { idOf } from '../support/published-samples.ts';
import { startStack, type TestStack } from '../support/stack.ts';
import { fileIs } from './long-thread.ts';
import { anchorOf, exchange, quietStory, say } from './public-comments.ts';
import { registerFromStory, registerHere } from './reader-registration.ts';

let stack: TestStack;
beforeAll(async () => {
  stack = await startStack({ sample: true });
});

/** Goes to a page once it has what it is to have. */
async function open(page: Page, url: string, text: string): Promise<void> {
  await fileIs(url, (html) => html.includes(text));
  await page.goto(url);
}

const comment = (page: Page, number: number) => page.locator(`[id="${anchorOf(number)}"]`);
const answered = (page: Page, number: number) => comment(page, number).locator('> .answered a');

test('a reply to a reply says what it answers as its page does, in every order and when it is fresh', async () => {
  const story = await quietStory(stack);
  await say(stack, story.id, [
    ...exchange(10, ['The ford is deep.', 'Not <em>here</em>, it isn’t &amp; never was.', 'It was in May.']),
    ...exchange(20, ['Who keeps it?', 'Nobody.']),
  ]);
  const page = await openPage();
  await open(page, story.url, anchorOf(21));
  const said = async () => [await answered(page, 12).innerText(), await answered(page, 12).getAttribute('href')];
  const onPage = await said();
  expect(onPage).toEqual(['In reply to Reader 11: Not here, it isn’t & never was.', `#${anchorOf(11)}`]);
  await registerFromStory(page, stack, 'Apetet');
  for (const order of ['oldest', 'recommended']) {
    await page.getByLabel('Order').selectOption(order);
    await page.locator('.ordered').waitFor();
    await expect.poll(() => comment(page, 12).count()).toBe(1);
    expect(await said()).toEqual(onPage);
    expect(await answered(page, 11).count()).toBe(0);
    await page.getByLabel('Order').selectOption('newest');
    await page.locator('.ordered').waitFor({ state: 'detached' });
  }
  await comment(page, 12)
    .locator('> .acts')
    .getByRole('link', { name: /^Reply/ })
    .click();
  await page.getByLabel('Your reply').fill('And in June.');
  await page.getByRole('button', { name: 'Post reply' }).click();
  const fresh = page.locator('.replies > .comment', { hasText: 'And in June.' });
  await fresh.locator('.state').waitFor();
  expect(await fresh.locator('.answered').textContent()).toBe('In reply to Reader 12: It was in May.');
});

test('a reply to what is not on the page, or not shown, says as much, in Swahili too', async () => {
  const story = await quietStory(stack, 'sw');
  const root = idOf(6, 100);
  const parents: Record<number, number> = { 219: 101, 220: 160 };
  const replies = Array.from({ length: 120 }, (_, at) => 101 + at).map((number) => ({
    number,
    root,
    parent: idOf(6, parents[number] ?? 100),
    ...(number === 101 && { removed: true, author: '', html: '' }),
  }));
  await say(stack, story.id, [{ number: 100 }, ...replies]);
  const page = await openPage();
  await open(page, story.url, anchorOf(100));
  await page.locator('#comments').getByRole('link', { name: 'Jisajili' }).click();
  await registerHere(page, stack, 'Mwajuma');
  await comment(page, 220).waitFor();
  expect(await answered(page, 220).textContent()).toBe('Jibu kwa maoni mengine');
  expect(await answered(page, 220).getAttribute('href')).toBe(readerRoutes.comment(idOf(6, 160)));
  expect(await answered(page, 219).textContent()).toBe('Jibu kwa maoni yasiyoonyeshwa');
  expect(await answered(page, 219).getAttribute('href')).toBe(`#${anchorOf(101)}`);
});
