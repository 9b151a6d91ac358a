import type { Locator, Page } from 'playwright-core';
import { beforeAll, describe, expect, test } from 'vitest';
import { limits } from '../../shared/src/limits.ts';
import { describeProblem, type ProblemCode } from '../../shared/src/problem.ts';
import { readerRoutes } from '../../shared/src/routes.ts';
import { sessionCookie } from '../../shared/src/session.ts';
import { openPage, type PageOptions } from '../support/browser.ts';
import { query } from '../support/database.ts';
import { startStack, type TestStack } from '../support/stack.ts';
import { busyStory } from './busy-story.ts';
import { registerFromStory } from './reader-registration.ts';

let stack: TestStack;
beforeAll(async () => {
  stack = await startStack({ sample: true });
  await query(stack.database.url, 'update newsroom_settings set moderation_hold_new = false, updated_at = now()');
});

/** A page with the story, on which a new reader is signed in. */
async function read(name: string, options: PageOptions = {}): Promise<Page> {
  const page = await openPage(options);
  await page.goto((await busyStory(stack)).href);
  await registerFromStory(page, stack, name);
  // What is in view must not move when a font comes.
  await page.evaluate(() => document.fonts.ready.then(() => undefined));
  return page;
}

const announcement = (page: Page) => page.locator('#comments').getByRole('status');
const postButton = (page: Page) => page.getByRole('button', { name: 'Post comment' });
const comment = (page: Page, text: string) => page.locator('[data-thread] > .comment', { hasText: text });
/** The last conversation of others, far below the form of the thread. */
const last = (page: Page) => page.locator('[data-thread] > .comment:not(.removed)').last();

async function reply(page: Page, text: string): Promise<Locator> {
  await last(page)
    .locator(':scope > .acts')
    .getByRole('link', { name: /^Reply/ })
    .click();
  await page.getByLabel('Your reply').fill(text);
  await page.getByRole('button', { name: 'Post reply' }).click();
  return last(page).getByRole('alert');
}

/** Where something stands that its reader does not see now; nothing where they do. */
const outOfView = (place: Locator) =>
  place.evaluate((element) => {
    const { top, bottom } = element.getBoundingClientRect();
    return top >= 0 && bottom <= innerHeight ? '' : `${top} to ${bottom} of ${innerHeight}`;
  });

/** Answers requests to a route with a problem. */
const refuse = (page: Page, url: string, code: ProblemCode) =>
  page.route(url, (route) => {
    const problem = describeProblem(code);
    return route.fulfill({ status: problem.status, json: problem, contentType: 'application/problem+json' });
  });

describe('a second text under a key that was used', () => {
  const secondIsKept = async (page: Page, first: string, second: string) => {
    const alert = page.getByRole('alert');
    await alert.getByText('An earlier version of this was posted.').waitFor();
    expect(await page.getByLabel('Your comment').inputValue()).toBe(second);
    await comment(page, first).waitFor();
    expect(await comment(page, second).count(), 'nothing looks posted').toBe(0);
    await postButton(page).click();
    await expect.poll(() => announcement(page).textContent()).toContain('published');
    expect(await page.getByLabel('Your comment').inputValue()).toBe('');
    for (const text of [first, second]) expect(await comment(page, text).count()).toBe(1);
  };

  test('is kept where the answer to the first was lost', async () => {
    const page = await read('Nangole', { expectedErrors: [/ERR_FAILED/, /409/] });
    await page.route(`**${readerRoutes.comments}`, async (route) => {
      await route.fetch();
      await route.abort();
    });
    await page.getByLabel('Your comment').fill('The pump works.');
    await postButton(page).click();
    await page.getByRole('alert').getByText('Posting is paused').waitFor();
    expect(await page.getByLabel('Your comment').inputValue()).toBe('The pump works.');
    await page.unroute(`**${readerRoutes.comments}`);
    await page.getByLabel('Your comment').fill('The pump broke again.');
    await postButton(page).click();
    await secondIsKept(page, 'The pump works.', 'The pump broke again.');
  });

  test('is kept where another tab has posted the same draft', async () => {
    const page = await read('Lokai', { expectedErrors: [/409/] });
    await page.getByLabel('Your comment').fill('The tank is full.');
    const other = await page.context().newPage();
    await other.goto(page.url());
    await expect.poll(() => other.getByLabel('Your comment').inputValue()).toBe('The tank is full.');
    await postButton(page).click();
    await expect.poll(() => announcement(page).textContent()).toContain('published');
    await other.getByLabel('Your comment').fill('The tank leaks.');
    await postButton(other).click();
    await secondIsKept(other, 'The tank is full.', 'The tank leaks.');
  });
});

describe('where another tab has logged somebody else in', () => {
  /** A page that shows the first, with the second logged in beside it. */
  const readAs = async (first: string, second: string) => {
    const page = await read(first, { expectedErrors: [/409/] });
    const other = await page.context().newPage();
    await other.goto(page.url());
    await other.getByRole('button', { name: 'Log out' }).click();
    await registerFromStory(other, stack, second);
    await other.close();
    return page;
  };
  const said = 'Somebody else is logged in here by now. Send it again to post it under their name. Your text is kept.';

  test('nothing is posted under a name that is not shown, and the form keeps the text and says who it is', async () => {
    const page = await readAs('Akinyi', 'Baraka');
    const text = page.getByLabel('Your comment');
    await text.fill('The lorry is stuck.');
    await postButton(page).click();
    await page.getByRole('alert').getByText(`${said} Logged in as Baraka.`).waitFor();
    await page.locator('.who').getByText('Logged in as Baraka').waitFor();
    expect(await text.inputValue()).toBe('The lorry is stuck.');
    expect(await comment(page, 'The lorry is stuck.').count()).toBe(0);
    await postButton(page).click();
    await expect.poll(() => announcement(page).textContent()).toContain('published');
    expect(await comment(page, 'The lorry is stuck.').locator('header').first().textContent()).toContain('Baraka');
  });

  test('an answer stays open with its text, and says so too', async () => {
    const page = await readAs('Chebet', 'Dalmas');
    const alert = await reply(page, 'And the other lorry?');
    await alert.getByText(`${said} Logged in as Dalmas.`).waitFor();
    expect(await page.getByLabel('Your reply').inputValue()).toBe('And the other lorry?');
    await page.getByRole('button', { name: 'Post reply' }).click();
    await expect.poll(() => announcement(page).textContent()).toContain('published');
    await page.locator('.who').getByText('Logged in as Dalmas').waitFor();
  });
});

describe('what could not be done is said where it was tried', () => {
  test.each([{ width: 320, height: 640 }, undefined])('for an answer far down, at %o', async (viewport) => {
    const page = await read(viewport ? 'Ekaale' : 'Ekadeli', {
      expectedErrors: [/ERR_INTERNET_DISCONNECTED/, /429/, /401/],
      ...(viewport && { viewport }),
    });
    await page.context().setOffline(true);
    const said = await reply(page, 'Which lorry?');
    await said.getByText('Posting is paused. Your text is kept').waitFor();
    await expect.poll(() => outOfView(said)).toBe('');
    await page.context().setOffline(false);
    await refuse(page, `**${readerRoutes.comments}`, 'too-many-requests');
    await page.getByRole('button', { name: 'Post reply' }).click();
    await said.getByText('That was too often.').waitFor();
    await expect.poll(() => outOfView(said)).toBe('');
    await page.unroute(`**${readerRoutes.comments}`);
    await page.context().clearCookies({ name: sessionCookie.plain });
    await page.getByRole('button', { name: 'Post reply' }).click();
    await said.getByRole('link', { name: 'Log in again' }).waitFor();
    await expect.poll(() => outOfView(said)).toBe('');
    expect(await page.getByLabel('Your reply').inputValue()).toBe('Which lorry?');
    expect(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth)).toBe(true);
  });

  test('for a change, beside its text; for a recommendation, beside its button', async () => {
    const page = await read('Amoni', { expectedErrors: [/422/, /503/] });
    await page.getByLabel('Your comment').fill('The well is shut.');
    await postButton(page).click();
    const own = comment(page, 'The well is shut.');
    await own.getByRole('link', { name: 'Edit' }).click();
    const text = page.getByLabel('What it says');
    await text.fill(' .');
    await page.getByRole('button', { name: 'Save' }).click();
    await expect.poll(() => text.getAttribute('aria-invalid')).toBe('true');
    const note = ((await text.getAttribute('aria-describedby')) ?? '').split(' ').at(-1);
    expect(await own.locator(`[id="${note}"]`).innerText()).toMatch(/^Write a comment of 2/);
    await page.getByRole('button', { name: 'Cancel' }).click();

    await refuse(page, `**${readerRoutes.recommend}`, 'paused');
    const button = last(page)
      .getByRole('button', { name: /^Recommend/ })
      .first();
    await button.click();
    const said = last(page).getByRole('alert');
    await said.getByText('Recommending is paused.').waitFor();
    await expect.poll(() => outOfView(said)).toBe('');
    expect(await button.getAttribute('aria-pressed')).toBe('false');
  });
});

describe('where a browser keeps nothing', () => {
  const denials: [string, () => void][] = [
    [
      'for it is full',
      () => {
        Storage.prototype.setItem = () => {
          throw new DOMException('', 'QuotaExceededError');
        };
      },
    ],
    [
      'for it may not',
      () => {
        Object.defineProperty(window, 'localStorage', {
          get() {
            throw new DOMException('', 'SecurityError');
          },
        });
      },
    ],
  ];
  test.each(denials)('%s, a text lives as long as the page, and is posted', async (why, deny) => {
    const page = await openPage();
    await page.addInitScript(deny);
    await page.goto((await busyStory(stack)).href);
    await registerFromStory(page, stack, why.includes('full') ? 'Nakai' : 'Nakiria');
    const text = page.getByLabel('Your comment');
    const said = `The bridge is narrow, ${why}.`;
    await text.fill(said);
    await last(page)
      .locator(':scope > .acts')
      .getByRole('link', { name: /^Reply/ })
      .click();
    await page.getByRole('button', { name: 'Cancel' }).click();
    expect(await text.inputValue()).toBe(said);
    await postButton(page).click();
    await expect.poll(() => announcement(page).textContent()).toContain('published');
    expect(await text.inputValue()).toBe('');
  });
});

test('what a reader did not post is not offered to the next one at the same browser', async () => {
  const page = await read('Ewoi');
  await page.getByLabel('Your comment').fill('My own business.');
  await page.getByRole('button', { name: 'Log out' }).click();
  await registerFromStory(page, stack, 'Akai');
  expect(await page.getByLabel('Your comment').inputValue()).toBe('');
});

test.each(['too-many-requests', 'internal'] as const)(
  'a thread that cannot be asked for (%s) says that posting is paused',
  async (code) => {
    const page = await read(code === 'internal' ? 'Lodeny' : 'Lotee', { expectedErrors: [/429|500/] });
    const thread = `**${readerRoutes.comments}?article=*`;
    await refuse(page, thread, code);
    await page.reload();
    await page.getByText('Posting is paused. Comments can still be read').waitFor();
    expect(await page.getByText('You must be logged in').count()).toBe(0);
    await page.unroute(thread);
    await page.getByRole('button', { name: 'Try again' }).click();
    await page.getByLabel('Your comment').waitFor();
  },
);

test('a text that is too long is not cut: what is left is counted, and what is too much', async () => {
  const page = await read('Emuria');
  const text = page.getByLabel('Your comment');
  const words = 'Water. '.repeat(1_000);
  await text.fill(words.slice(0, limits.comment.max - 100));
  await page.getByText('100 characters left').waitFor();
  await text.fill(words);
  expect((await text.inputValue()).length).toBe(words.length);
  const tooLong = `Too long by ${words.length - limits.comment.max} characters.`;
  await expect.poll(() => announcement(page).textContent()).toContain(tooLong);
  await postButton(page).click();
  await expect.poll(() => text.getAttribute('aria-invalid')).toBe('true');
  await page.locator('#body-problem').getByText(tooLong).waitFor();
  await text.fill('Water.');
  await postButton(page).click();
  await expect.poll(() => announcement(page).textContent()).toContain('published');
  expect(await page.getByText(/characters (left|\.)/).count()).toBe(0);
});

test('one’s own comment is not offered to be recommended, and says which one is changed', async () => {
  const page = await read('Nabuin');
  await page.getByLabel('Your comment').fill('The ford is deep.');
  await postButton(page).click();
  const acts = comment(page, 'The ford is deep.').locator(':scope > .acts');
  await acts.getByRole('link', { name: /^Edit what you wrote on / }).waitFor();
  await acts.getByRole('link', { name: /^Delete what you wrote on / }).waitFor();
  expect(await acts.locator('[data-recommend]').count()).toBe(0);
});
