import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { settingsId } from '../../shared/src/settings.ts';
import { monthPageSize } from '../../site/snapshot/questions.ts';
import { buildFully, builderSettings, freshFeed, startWatching } from '../support/builder.ts';
import { idOf, someArticle, someSettings } from '../support/published-samples.ts';
import { filesOf } from '../support/site-files.ts';

/** An article of February 2026, each an hour after the one before it. */
const story = (number: number) =>
  someArticle(31 * 24 + number, {
    id: idOf(5, number),
    slug: `story-${number}`,
    publishedAt: new Date(Date.UTC(2026, 1, 1, number)).toISOString(),
  });

async function monthOf(stories: number) {
  const feed = await freshFeed();
  feed.put('settings', settingsId, someSettings());
  const write = (number: number) => feed.put('article', idOf(5, number), story(number));
  for (let number = 1; number <= stories; number++) write(number);
  const builder = await startWatching(await builderSettings(feed));
  onTestFinished(builder.stop);
  await feed.delivered();
  const has = (file: string) => existsSync(path.join(builder.publicDir, file));
  const read = (file: string) => readFileSync(path.join(builder.publicDir, file), 'utf8');
  const take = async (act: () => void) => {
    act();
    await feed.delivered();
    const touched = feed.receipts.at(-1)?.paths.filter((written) => /^\/(archive|sitemap)/.test(written));
    expect(filesOf(builder.publicDir)).toEqual(filesOf((await buildFully(feed)).publicDir));
    return touched;
  };
  return { feed, write, has, read, take };
}

const open = '/archive/2026/02/';
const shard = '/sitemaps/articles-2026-02.xml';

test('a new article touches the newest page of its month, and one shard of the sitemap', async () => {
  const { write, take, read } = await monthOf(2 * monthPageSize + 3);
  expect(await take(() => write(2 * monthPageSize + 4))).toEqual([open, shard]);
  expect(read('archive/2026/02/1/index.html')).toContain('/articles/story-1/');
  expect(read('sitemap.xml')).toContain(shard);
});

test('a page that fills up gets an address of its own, and loses it when an article goes', async () => {
  const { feed, write, has, read, take } = await monthOf(2 * monthPageSize);
  expect(has('archive/2026/02/2/index.html')).toBe(false);
  await take(() => write(2 * monthPageSize + 1));
  expect(read('archive/2026/02/1/index.html')).toContain(`href="${open}2/"`);
  expect(read('archive/2026/02/index.html')).not.toContain('/articles/story-100/');
  await take(() => feed.remove('article', idOf(5, 1)));
  expect(has('archive/2026/02/2/index.html')).toBe(false);
  expect(read('archive/2026/02/1/index.html')).toContain(`/articles/story-${monthPageSize + 1}/`);
});

test('an old article that is edited touches its own page of the month', async () => {
  const { feed, take } = await monthOf(2 * monthPageSize + 3);
  const headline = 'What it says now';
  expect(await take(() => feed.put('article', idOf(5, 1), { ...story(1), headline }))).toEqual([`${open}1/`]);
  // Taken away, it moves the cuts of all pages behind it.
  expect(await take(() => feed.remove('article', idOf(5, 2)))).toEqual(
    expect.arrayContaining([`${open}1/`, `${open}2/`, open, shard]),
  );
});
