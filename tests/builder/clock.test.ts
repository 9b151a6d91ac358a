import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { buildFully, builderSettings, fill, freshFeed, startWatching } from '../support/builder.ts';
import { clockAt } from '../support/clock.ts';
import type { FeedModel } from '../support/feed-model.ts';
import { settingsId } from '../../shared/src/settings.ts';
import { idOf, someArticle, someSettings } from '../support/published-samples.ts';
import { filesOf } from '../support/site-files.ts';

/** A resident builder for which it is some instant, and stays so until the test says otherwise. */
async function residentAt(feed: FeedModel, instant: string) {
  const clock = await clockAt(instant);
  const settings = { ...(await builderSettings(feed)), SITE_CLOCK: clock.file };
  const builder = await startWatching(settings);
  onTestFinished(builder.stop);
  await feed.delivered();
  const file = (name: string) => path.join(builder.publicDir, name);
  return {
    clock,
    settings,
    read: (name: string) => readFileSync(file(name), 'utf8'),
    has: (name: string) => existsSync(file(name)),
    files: () => filesOf(builder.publicDir),
    cleanBuild: async () => filesOf((await buildFully(feed, { SITE_CLOCK: clock.file })).publicDir),
  };
}

const about = (person: string) => ({ people: [person], places: [], media: [] });

test('the day on the front page changes at midnight of the newsroom, and nothing else does', async () => {
  const feed = await freshFeed();
  fill(feed, 3);
  // So little before midnight that the builder looks again at once: nothing but its own clock wakes it.
  const resident = await residentAt(feed, '2026-11-25T20:59:59.900Z');
  expect(resident.read('index.html')).toContain('<time datetime="2026-11-25">Wednesday, November 25, 2026</time>');
  const told = feed.receipts.length;
  resident.clock.set('2026-11-25T21:00:00.000Z');
  await feed.received(({ paths }) => paths.length === 1 && paths[0] === '/');
  expect(feed.receipts.slice(told)).toMatchObject([{ paths: ['/'], written: 1, removed: 0, failed: [] }]);
  expect(resident.read('index.html')).toContain('<time datetime="2026-11-26">Thursday, November 26, 2026</time>');
  expect(resident.files()).toEqual(await resident.cleanBuild());
});

test('a story is news for two days, and ceases to be with no publish', async () => {
  const feed = await freshFeed();
  fill(feed, 3);
  const put = (number: number, slug: string, publishedAt: string, more = {}) =>
    feed.put('article', idOf(5, number), someArticle(1, { id: idOf(5, number), slug, publishedAt, ...more }));
  put(70, 'old-news', '2026-11-23T10:00:00.000Z');
  put(71, 'news', '2026-11-24T10:00:00.000Z');
  put(72, 'paid-for', '2026-11-24T10:00:00.000Z', { kindOfWork: 'sponsored' });
  const resident = await residentAt(feed, '2026-11-25T09:59:59.900Z');
  const origin = resident.settings.PUBLIC_URL;
  const listed = () => resident.read('news-sitemap.xml').match(/(?<=<loc>).*?(?=<\/loc>)/g);
  expect(listed()).toEqual([`${origin}/articles/news/`, `${origin}/articles/old-news/`]);
  expect(resident.read('robots.txt')).toContain(`Sitemap: ${origin}/news-sitemap.xml\n`);
  resident.clock.set('2026-11-25T10:00:00.000Z');
  await feed.received(({ paths }) => paths.length === 1 && paths[0] === '/news-sitemap.xml');
  expect(listed()).toEqual([`${origin}/articles/news/`]);
  expect(resident.files()).toEqual(await resident.cleanBuild());
});

test('a page that time made untrue while no builder ran is mended by the next', async () => {
  const feed = await freshFeed();
  fill(feed, 3);
  const clock = await clockAt('2026-11-25T10:00:00.000Z');
  const settings = { ...(await builderSettings(feed)), SITE_CLOCK: clock.file };
  await (await startWatching(settings)).stop();
  clock.set('2026-11-27T10:00:00.000Z');
  const later = await startWatching(settings);
  onTestFinished(later.stop);
  await feed.received(({ paths }) => paths.length === 1 && paths[0] === '/');
  expect(readFileSync(path.join(later.publicDir, 'index.html'), 'utf8')).toContain('datetime="2026-11-27"');
});

test('a thread closes at its instant with no publish, and every thread when the newsroom says so', async () => {
  const closed = 'Comments on this article are closed.';
  const feed = await freshFeed();
  fill(feed, 3);
  const id = idOf(5, 300);
  const publishedAt = '2026-11-20T12:00:00.000Z';
  const more = { id, slug: 'closing', publishedAt, modifiedAt: publishedAt, commentsCloseAfterDays: 5 };
  feed.put('article', id, someArticle(0, more));
  const resident = await residentAt(feed, '2026-11-25T11:59:59.900Z');
  const page = (slug: string) => resident.read(`articles/${slug}/index.html`);
  expect(page('closing')).not.toContain(closed);
  resident.clock.set('2026-11-25T12:00:00.000Z');
  await feed.received(({ paths }) => paths.length === 1 && paths[0] === '/articles/closing/');
  expect(page('closing')).toContain(closed);
  expect(resident.files()).toEqual(await resident.cleanBuild());

  expect(page('article-97')).not.toContain(closed);
  feed.put('settings', settingsId, someSettings({ threads: { closed: true, closeAfterDays: 0 } }));
  await feed.delivered();
  expect(page('article-97')).toContain(closed);
});

test('a thread opens with no publish when what closed it for whom its story mentions ends', async () => {
  const closed = 'Comments on this article are closed.';
  const feed = await freshFeed();
  fill(feed, 3);
  const id = idOf(1, 40);
  feed.put('article', idOf(5, 300), someArticle(0, { id: idOf(5, 300), slug: 'about-her', mentions: about(id) }));
  feed.put('closure', id, { id, until: '2026-11-25T12:00:00.000Z' });
  const resident = await residentAt(feed, '2026-11-25T11:59:59.900Z');
  const page = () => resident.read('articles/about-her/index.html');
  expect(page()).toContain(closed);
  resident.clock.set('2026-11-25T12:00:00.000Z');
  await feed.received(({ paths }) => paths.length === 1 && paths[0] === '/articles/about-her/');
  expect(page()).not.toContain(closed);
  expect(resident.files()).toEqual(await resident.cleanBuild());
});
