import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { routes } from '../../shared/src/routes.ts';
import { atEnd } from '../support/at-end.ts';
import { openPage } from '../support/browser.ts';
import { builderSettings, fill, freshFeed, startWatching } from '../support/builder.ts';
import { idOf, someArticle, someComment } from '../support/published-samples.ts';
import { serveSite } from './site-newsroom.ts';

const story = someArticle(97, { id: idOf(5, 1) });
const bornAt = (number: number) => new Date(Date.UTC(2026, 6, 1) + number * 60_000).toISOString();

/** A story whose thread goes on while it is read, on a site without any back end. */
async function busyThread() {
  const feed = await freshFeed();
  fill(feed);
  for (let number = 10; number < 40; number++) feed.put('comment', idOf(6, number), someComment(number, story.id));
  const settings = await builderSettings(feed);
  const builder = await startWatching(settings);
  atEnd(builder.stop);
  const address = await serveSite(settings);
  await feed.delivered();
  const say = async (number: number, more: Parameters<typeof someComment>[2] = {}) => {
    feed.put('comment', idOf(6, number), someComment(number, story.id, { at: bornAt(number), ...more }));
    await feed.delivered();
  };
  const url = `${address}${routes.article(story.slug)}#comments`;
  const further = `${address}${routes.comments(story.id, 1)}`;
  return { feed, say, url, further };
}

/** Stays on the page until it is followed. */
async function readOn(page: Page): Promise<void> {
  await page.waitForFunction(() => customElements.get('dl-comments') !== undefined);
  await page.clock.fastForward(31_000);
  await page.locator('.arrivals[aria-live]').waitFor({ state: 'attached' });
}

test('comments that come while a thread is read are offered, and nothing jumps', async () => {
  const { say, url } = await busyThread();
  const page = await openPage();
  await page.clock.install();
  const asked: string[] = [];
  page.on('request', (request) => void asked.push(new URL(request.url()).pathname));
  await page.goto(url);
  const thread = page.locator('[data-thread]');
  const reader = thread.locator('> .comment').nth(3);
  await reader.scrollIntoViewIfNeeded();
  await readOn(page);
  const place = () => reader.evaluate((comment) => comment.getBoundingClientRect().top);
  const before = await place();

  await say(500);
  await say(501, { root: idOf(6, 39), parent: idOf(6, 39) });
  await say(20, { at: someComment(20, story.id).at, removed: true, author: '', html: '' });
  await page.clock.fastForward(46_000);
  await page.getByRole('button', { name: '2 new comments' }).waitFor();
  expect(await place()).toBe(before);
  expect(await thread.innerText()).not.toContain('Comment 500');
  expect(await page.locator(`#comment-${idOf(6, 20)}`).innerText()).toBe('This comment was removed.');

  await say(502);
  await page.clock.fastForward(60_000);
  await page.getByRole('button', { name: '3 new comments' }).press('Enter');
  expect(await thread.locator('> .comment').evaluateAll((all) => all.slice(0, 3).map(({ id }) => id))).toEqual(
    [502, 500, 39].map((number) => `comment-${idOf(6, number)}`),
  );
  expect(await thread.locator(`[id="comment-${idOf(6, 39)}"] .replies`).innerText()).toContain('Comment 501');
  expect(await page.evaluate(() => document.activeElement?.id)).toBe(`comment-${idOf(6, 502)}`);
  expect(await page.locator('.arrivals').innerText()).toBe('');
  expect(await page.locator('[data-count]').innerText()).toBe('33');
  expect(asked.filter((path) => path.startsWith('/api/'))).toEqual([]);
});

test('a comment that is pinned above the thread is told of its writer, and follows what becomes of it', async () => {
  const { say, url } = await busyThread();
  const pin = { pinned: true, staff: true };
  await say(38, { at: someComment(38, story.id).at, ...pin });
  const page = await openPage();
  await page.clock.install();
  await page.goto(url);
  const pinned = page.getByRole('complementary', { name: 'Pinned comment' });
  expect(await pinned.locator('header').innerText()).toMatch(/^Reader 38\s+Staff\s+June 1, 2026/);
  await readOn(page);
  const edited = new Date(Date.UTC(2026, 6, 2)).toISOString();
  await say(38, { at: someComment(38, story.id).at, ...pin, edited, html: '<p>Comment 38, in better words</p>' });
  await page.clock.fastForward(46_000);
  await pinned.getByText('in better words').waitFor();
  expect(await pinned.locator('header').innerText()).toContain('Edited');
  await say(38, { at: someComment(38, story.id).at, edited, html: '<p>Comment 38, in better words</p>' });
  await say(37, { at: someComment(37, story.id).at, pinned: true });
  await page.clock.fastForward(68_000);
  await pinned.getByText('Comment 37').waitFor();
  await say(37, { at: someComment(37, story.id).at, removed: true, author: '', html: '' });
  await page.clock.fastForward(102_000);
  await pinned.waitFor({ state: 'detached' });
});

test('replies that come to a conversation of a further page are offered there', async () => {
  const { feed, say, further } = await busyThread();
  for (let number = 500; number < 540; number++)
    feed.put('comment', idOf(6, number), someComment(number, story.id, { at: bornAt(number) }));
  await feed.delivered();
  const page = await openPage();
  await page.clock.install();
  await page.goto(further);
  await readOn(page);
  await say(900, { root: idOf(6, 20), parent: idOf(6, 20) });
  await page.clock.fastForward(46_000);
  await page.getByRole('button', { name: '1 new comment' }).press('Enter');
  expect(await page.locator(`[id="comment-${idOf(6, 20)}"] .replies`).innerText()).toContain('Comment 900');
});

test('where nothing is left of what the page had, what is new stands above it', async () => {
  const { feed, url } = await busyThread();
  const page = await openPage();
  await page.clock.install();
  await page.goto(url);
  await readOn(page);
  for (let number = 500; number < 640; number++)
    feed.put('comment', idOf(6, number), someComment(number, story.id, { at: bornAt(number) }));
  await feed.settled();
  await page.clock.fastForward(46_000);
  const button = page.locator('.arrivals button');
  await button.focus();
  const said = await button.innerText();
  const looked = page.waitForResponse((response) => url.startsWith(response.url()));
  await page.clock.fastForward(46_000);
  await looked;
  expect(await page.evaluate(() => document.activeElement?.textContent), 'the next look leaves it alone').toBe(said);
  await page.keyboard.press('Enter');
  const ids = await page.locator('[data-thread] > .comment').evaluateAll((all) => all.map(({ id }) => id));
  const places = [639, 638, 39, 38].map((number) => ids.indexOf(`comment-${idOf(6, number)}`));
  const many = Number.parseInt(said, 10);
  expect(places).toEqual([0, 1, many, many + 1]);
  expect(await page.locator('[data-count]').innerText()).toBe('171');
});

test('a page that nobody looks at asks for nothing, and looks when somebody comes back', async () => {
  const { say, url } = await busyThread();
  const page = await openPage();
  await page.clock.install();
  await page.goto(url);
  await readOn(page);
  const turn = (hidden: boolean) =>
    page.evaluate((value) => {
      Object.defineProperty(document, 'hidden', { value, configurable: true });
      document.dispatchEvent(new Event('visibilitychange'));
    }, hidden);
  await turn(true);
  await say(500);
  let asked = 0;
  page.on('request', () => void asked++);
  await page.clock.fastForward(3_600_000);
  expect(asked).toBe(0);
  await turn(false);
  await page.clock.fastForward(1);
  await page.getByRole('button', { name: '1 new comment' }).waitFor();
});

test('a conversation that becomes longer than its page shows leads on to the rest', async () => {
  const { feed, say, url } = await busyThread();
  const root = idOf(6, 39);
  for (let number = 500; number < 550; number++)
    feed.put('comment', idOf(6, number), someComment(number, story.id, { root, parent: root }));
  await feed.delivered();
  const page = await openPage();
  await page.clock.install();
  await page.goto(url);
  const conversation = page.locator(`#comment-${root}`);
  expect(await conversation.locator('.replies > .comment').count()).toBe(50);
  await readOn(page);
  expect(await page.getByRole('link', { name: 'More replies' }).count()).toBe(0);
  await say(550, { root, parent: root });
  await page.clock.fastForward(46_000);
  const more = conversation.getByRole('link', { name: 'More replies' });
  await more.waitFor();
  expect(await more.getAttribute('href')).toBe(routes.comments(root, 2));
});
