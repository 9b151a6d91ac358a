import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import type { PublishedComment } from '../../shared/src/comment.ts';
import { routes } from '../../shared/src/routes.ts';
import { settingsId } from '../../shared/src/settings.ts';
import { repliesPageSize, threadPageSize } from '../../shared/src/thread-pages.ts';
import { buildFully, builderSettings, freshFeed, startWatching } from '../support/builder.ts';
import { idOf, someArticle, someComment, somePerson, someSettings } from '../support/published-samples.ts';
import { filesOf } from '../support/site-files.ts';

const story = someArticle(1);
const page = (number: number, list = story.id) => routes.comments(list, number);
const article = routes.article(story.slug);
const feedPath = routes.threadFeed(story.id);
const fileOf = (route: string) => path.join(route.slice(1), 'index.html');

/** A story with so many comments of the first level. */
async function threadOf(comments: number) {
  const feed = await freshFeed();
  feed.put('settings', settingsId, someSettings());
  feed.put('article', story.id, story);
  const say = (number: number, more: Partial<PublishedComment> = {}) =>
    feed.put('comment', idOf(6, number), someComment(number, story.id, more));
  for (let number = 1; number <= comments; number++) say(number);
  const builder = await startWatching(await builderSettings(feed));
  onTestFinished(builder.stop);
  await feed.delivered();
  const has = (route: string) => existsSync(path.join(builder.publicDir, fileOf(route)));
  const read = (route: string) => readFileSync(path.join(builder.publicDir, fileOf(route)), 'utf8');
  /** What an act writes; the site is then what a build from nothing makes. */
  const take = async (act: () => void) => {
    const before = feed.receipts.length;
    act();
    await feed.settled();
    const written = feed.receipts.slice(before).flatMap(({ paths }) => paths);
    expect(filesOf(builder.publicDir)).toEqual(filesOf((await buildFully(feed)).publicDir));
    return [...new Set(written)].sort();
  };
  return { feed, say, has, read, take };
}

test('a new comment touches what stands under the article and the feed, and no other page of the thread', async () => {
  const { take, say, read, has } = await threadOf(3 * threadPageSize + 10);
  expect([has(page(1)), has(page(2)), has(page(3))]).toEqual([true, true, false]);
  expect(read(page(1))).toContain(`id="comment-${idOf(6, 1)}"`);
  expect(read(page(1))).toContain(`href="${page(2)}"`);
  expect(read(page(2))).toContain(`href="${routes.commentsOf(story.slug)}"`);
  expect(read(page(1))).toContain('<meta name="robots" content="noindex">');
  expect(read(article)).toContain(`href="${page(2)}"`);
  expect(await take(() => say(500))).toEqual([article, feedPath]);
});

test('a page that fills up gets an address of its own, and loses it when comments go', async () => {
  const { feed, take, say, has, read } = await threadOf(3 * threadPageSize - 1);
  expect(await take(() => say(500))).toEqual([article, page(1), page(2), feedPath]);
  expect(read(page(2))).toContain(`id="comment-${idOf(6, 31)}"`);
  await take(() => feed.remove('comment', idOf(6, 1)));
  expect(has(page(2))).toBe(false);
  expect(read(page(1))).toContain(`id="comment-${idOf(6, 31)}"`);
});

test('what is said of an old comment touches its page, and its removal the article, where comments are counted', async () => {
  const { feed, take, say, read } = await threadOf(3 * threadPageSize + 10);
  expect(await take(() => say(1, { author: 'Another name' }))).toEqual([page(1)]);
  expect(await take(() => say(40, { removed: true, author: '', html: '' }))).toEqual([article, page(2)]);
  // Deleted for good, it moves the cuts behind it.
  expect(read(page(2))).not.toContain(`id="comment-${idOf(6, 61)}"`);
  await take(() => feed.remove('comment', idOf(6, 2)));
  expect(read(page(2))).toContain(`id="comment-${idOf(6, 61)}"`);
});

test('replies without end fill pages of their own', async () => {
  const { take, say, read } = await threadOf(1);
  const root = idOf(6, 1);
  const reply = (number: number, parent = root) => say(number, { parent, root });
  await take(() => {
    for (let number = 2; number <= repliesPageSize + 3; number++) reply(number);
  });
  expect(read(article)).toContain(`href="${page(2, root)}"`);
  expect(read(page(2, root))).toContain(`id="comment-${idOf(6, repliesPageSize + 2)}"`);
  expect(await take(() => reply(200, idOf(6, 2)))).toEqual([article, page(2, root), feedPath].toSorted());
  expect(read(page(2, root))).toContain(`href="${article}#comment-${idOf(6, 2)}"`);
});

test('the thread of a story that is taken down goes with it, and comes back with it', async () => {
  const { feed, take, has, read } = await threadOf(3 * threadPageSize);
  await take(() => feed.remove('article', story.id));
  expect(has(page(1))).toBe(false);
  await take(() => feed.put('article', story.id, { ...story, headline: 'It is back' }));
  expect(read(page(1))).toContain('It is back');
});

test('marks are shown where the comment stands, and a pinned one above the thread', async () => {
  const { feed, take, say, read } = await threadOf(2 * threadPageSize);
  expect(await take(() => say(1, { recommendations: 3, staff: true, pick: true }))).toEqual([page(1)]);
  for (const mark of ['3 recommend it', '>Staff<', '>Editor’s pick<']) expect(read(page(1))).toContain(mark);
  await take(() => say(2, { pinned: true, html: '<p>Read this first.</p>' }));
  expect(read(article)).toContain('Read this first.');
  expect(read(article)).toContain(`href="${page(1)}#comment-${idOf(6, 2)}"`);
  await take(() => say(2));
  expect(read(article)).not.toContain('Read this first.');
  // Its writer is one of the newsroom's people, and wrote this story or another one.
  feed.put('person', idOf(1, 1), somePerson(1));
  feed.put('person', idOf(1, 2), somePerson(2));
  await take(() => {
    say(3, { person: idOf(1, 1) });
    say(4, { person: idOf(1, 2) });
  });
  expect(read(page(1)).match(/Author of the story/g)).toHaveLength(1);
  const corrections = [{ at: someComment(10, story.id).at, text: 'It was Tuesday.' }];
  await take(() => feed.put('article', story.id, { ...story, corrections }));
  expect(read(page(1)).match(/Posted before the correction of/g)).toHaveLength(9);
  // What was written before it and read first is public only since.
  await take(() => say(10, { written: someComment(9, story.id).at }));
  expect(read(page(1)).match(/Posted before the correction of/g)).toHaveLength(10);
});

test('the author of a story is known by whatever id they had, on the page and by script, as long as they are published', async () => {
  const { feed, take, say, read } = await threadOf(1);
  const [author, other] = [idOf(1, 1), idOf(1, 2)];
  await take(() => {
    say(3, { person: author });
    say(4, { person: other });
  });
  const marked = () => [read(article).match(/Author of the story/g)?.length ?? 0, authors()];
  const authors = () => /data-authors="([^"]*)"/.exec(read(article))?.[1]?.split(' ').toSorted();
  expect(marked()).toEqual([0, undefined]);
  feed.put('person', author, somePerson(1));
  await take(() => feed.put('person', other, somePerson(2)));
  expect(marked()).toEqual([1, [author]]);
  await take(() => feed.remove('person', author, other));
  expect(marked()).toEqual([2, [author, other]]);
  await take(() => feed.put('person', author, somePerson(1)));
  expect(marked()).toEqual([1, [author]]);
  await take(() => feed.remove('person', other, author));
  expect(marked()).toEqual([2, [author, other]]);
});

test('approving a comment costs in a thread of 10,000 what it costs in one of ten', async () => {
  const costOf = async (comments: number) => {
    const { feed, say } = await threadOf(comments);
    const receiptOf = async (number: number) => {
      say(number);
      await feed.delivered();
      return feed.receipts.at(-1);
    };
    await receiptOf(20_000);
    const { rendered, rowsRead = 0, written } = (await receiptOf(20_001)) ?? {};
    return { rendered, written, rowsRead };
  };
  const [few, many] = [await costOf(threadPageSize + 5), await costOf(10_000)];
  expect(many).toMatchObject({ rendered: 2, written: 2 });
  expect(few).toMatchObject({ rendered: 2, written: 2 });
  // An article shows less than two pages of its thread, however long that is.
  expect(many.rowsRead).toBeLessThan(few.rowsRead * 2);
});

test('a thread closes on all its pages with whom its story mentions, as no other does, and opens again', async () => {
  const closed = 'Comments on this article are closed.';
  const { feed, take, read } = await threadOf(3 * threadPageSize + 10);
  const other = someArticle(2, { mentions: { people: [idOf(1, 2)], places: [], media: [] } });
  await take(() => feed.put('article', other.id, other));
  const pages = [article, page(1), page(2)].sort();
  const told = feed.receipts.length;
  const id = idOf(1, 1);
  expect(await take(() => feed.put('closure', id, { id, until: null }))).toEqual(pages);
  for (const route of pages) expect(read(route)).toContain(closed);
  expect(read(routes.article(other.slug))).not.toContain(closed);
  expect(read(article)).not.toContain('Login Required');
  // The thread's feed, too, was looked at, and came out the same.
  expect(feed.receipts[told]).toMatchObject({ rendered: pages.length + 1, pending: 0 });
  expect(await take(() => feed.remove('closure', id))).toEqual(pages);
  expect(read(article)).toContain('Login Required');
});
