import fc from 'fast-check';
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { feedClient, FeedProblem } from '../../site/builder/feed-client.ts';
import { intakeOf } from '../../site/builder/intake.ts';
import { emptyReport } from '../../site/builder/report.ts';
import type { Site } from '../../site/builder/site.ts';
import { pullToHead } from '../../site/builder/sync.ts';
import { workOn } from '../../site/builder/work.ts';
import { buildFully, builderSettings, fill, freshFeed, openSiteOf } from '../support/builder.ts';
import type { FeedModel } from '../support/feed-model.ts';
import { newsroomOn, step } from '../support/newsroom-script.ts';
import { idOf, someArticle, someComment, somePerson } from '../support/published-samples.ts';
import { filesOf } from '../support/site-files.ts';

const forever = new AbortController().signal;

/** A site that readers are on, with a builder that is moved by hand. */
async function liveSite(feed: FeedModel) {
  const site = await openSiteOf(await builderSettings(feed));
  const takeIn = async () => {
    const intake = intakeOf(site.workshop, feedClient(feed.url, feed.token, forever));
    // A feed whose database was replaced has ended its connections: it is asked once more, as the resident does.
    await pullToHead(intake).catch((error: unknown) => {
      if (error instanceof FeedProblem) return pullToHead(intake);
      throw error;
    });
    site.agenda.reload();
  };
  await takeIn();
  await site.render(forever);
  await site.goLive();
  const read = (file: string) => readFileSync(path.join(site.release.publicDir, file), 'utf8');
  /** Some pages; the paths that were written or removed. */
  const move = async () => {
    const report = emptyReport();
    await workOn(site.workshop, site.agenda, report, 0);
    return report.paths;
  };
  return { site, takeIn, move, read };
}

test('a publish overtakes a rename in many stories', async () => {
  const feed = await freshFeed();
  fill(feed, 6);
  for (let number = 10; number < 140; number++) {
    const mentions = { people: [idOf(1, 2)], places: [], media: [] };
    feed.put('article', idOf(5, number), someArticle(number * 97, { id: idOf(5, number), mentions }));
  }
  const { site, takeIn, move, read } = await liveSite(feed);
  onTestFinished(() => site.close());
  feed.put('person', idOf(1, 2), somePerson(2, { name: 'Amina Newname' }));
  await takeIn();
  // Her own page comes at once, and more than a hundred stories behind it.
  expect(await move()).toContain('/people/person-2/');
  expect(site.agenda.waiting()).toBeGreaterThan(100);
  expect(await move()).not.toEqual([]);
  const before = site.agenda.waiting();

  feed.put('article', idOf(5, 800), someArticle(90_000, { id: idOf(5, 800), slug: 'just-in', headline: 'Just in' }));
  await takeIn();
  const written: string[] = [];
  while (!site.agenda.isCalm()) written.push(...(await move()));
  expect(written).toEqual(expect.arrayContaining(['/articles/just-in/', '/', '/feed.xml']));
  // Home is brought along with it, and the rest still waits.
  expect(read('index.html')).toContain('Just in');
  expect(site.agenda.waiting()).toBeGreaterThan(before - 10);

  await site.render(forever);
  expect(filesOf(site.release.publicDir)).toEqual(filesOf((await buildFully(feed)).publicDir));
});

/** Where the links of a page lead, of those that a document, a month or a thread stands behind. */
const linksIn = (html: string) =>
  [...html.matchAll(/ href="(\/(?:articles|people|places|topics|archive|comments)\/[^"#]+\/)"/g)].map(
    ([, href]) => href ?? '',
  );

/** Links that lead nowhere, of every page that is to stay and that a reader may come to from the first one. */
function deadLinks({ release, agenda }: Site): string[] {
  const dead: string[] = [];
  const seen = new Set(['/']);
  for (const page of seen) {
    if (agenda.taskOf({ path: page, hash: null }).standing.is !== 'page') continue;
    const html = readFileSync(path.join(release.publicDir, decodeURIComponent(page), 'index.html'), 'utf8');
    for (const link of linksIn(html)) {
      if (existsSync(path.join(release.publicDir, decodeURIComponent(link), 'index.html'))) seen.add(link);
      else dead.push(`${page} -> ${link}`);
    }
  }
  return dead;
}

test('an urgent page that shows something new brings its page along, out of the bulk that it came with', async () => {
  const feed = await freshFeed();
  fill(feed, 12);
  const { site, takeIn, move, read } = await liveSite(feed);
  onTestFinished(() => site.close());
  for (let number = 100; number < 180; number++) {
    const id = idOf(5, number);
    feed.put('article', id, someArticle(50_000 + number, { id, slug: `agency-${number}` }));
  }
  await takeIn();
  expect(site.agenda.isCalm()).toBe(true);
  feed.put('article', idOf(5, 800), someArticle(90_000, { id: idOf(5, 800), slug: 'just-in' }));
  await takeIn();
  while (!site.agenda.isCalm()) await move();
  const links = linksIn(read('index.html'));
  const brought = links.filter((link) => link.startsWith('/articles/agency-'));
  expect(brought.length).toBeGreaterThan(10);
  expect(deadLinks(site)).toEqual([]);
  // The archive is none of what was published.
  expect(site.agenda.waiting()).toBeGreaterThan(0);
});

test('a comment brings the pages of its thread along, out of the import that they came with', async () => {
  const feed = await freshFeed();
  fill(feed, 3);
  const { site, takeIn, move } = await liveSite(feed);
  onTestFinished(() => site.close());
  const article = idOf(5, 2);
  for (let number = 100; number < 170; number++) feed.put('comment', idOf(6, number), someComment(number, article));
  await takeIn();
  expect(site.agenda.isCalm()).toBe(true);
  feed.put('comment', idOf(6, 300), someComment(300, article));
  await takeIn();
  while (!site.agenda.isCalm()) await move();
  const older = `comments/${article}/1/index.html`;
  expect(existsSync(path.join(site.release.publicDir, older))).toBe(true);
  expect(deadLinks(site)).toEqual([]);
  expect(site.agenda.waiting(), 'the import is none of what the comment brought').toBeGreaterThan(0);
});

test("a comment is on its story's page before the feed of the thread takes any time", async () => {
  const feed = await freshFeed();
  fill(feed, 3);
  const { site, takeIn } = await liveSite(feed);
  onTestFinished(() => site.close());
  const { renderer, target } = site.workshop;
  const render = renderer.render.bind(renderer);
  const put = target.put.bind(target);
  const done: string[] = [];
  renderer.render = (path) => (done.push(`begin ${path}`), render(path));
  target.put = async (path, ...given) => (await put(path, ...given), void done.push(`placed ${path}`));
  feed.put('comment', idOf(6, 300), someComment(300, idOf(5, 1)));
  await takeIn();
  await workOn(site.workshop, site.agenda, emptyReport(), 60_000);
  const thread = `/comments/${idOf(5, 1)}/feed.xml`;
  const story = '/articles/article-97/';
  expect(done).toEqual([`begin ${story}`, `placed ${story}`, `begin ${thread}`, `placed ${thread}`]);
});

test('a page that leaves behind publishes is not hurried by a change of what it showed', async () => {
  const feed = await freshFeed();
  fill(feed, 12);
  const leaving = Array.from({ length: 60 }, (_, n) => idOf(5, 100 + n));
  feed.put('person', idOf(1, 7), somePerson(7));
  for (const [n, id] of leaving.entries()) {
    const mentions = { people: [idOf(1, 7)], places: [], media: [] };
    feed.put('article', id, someArticle(50_000 + n, { id, slug: `leaving-${n}`, topics: [idOf(3, 1)], mentions }));
  }
  const { site, takeIn, move, read } = await liveSite(feed);
  onTestFinished(() => site.close());
  expect(linksIn(read('topics/topic-1/index.html'))).toContain('/articles/leaving-59/');
  for (const id of leaving) feed.remove('article', id);
  await takeIn();
  feed.put('person', idOf(1, 7), somePerson(7, { name: 'Amina Newname' }));
  await takeIn();
  while (!site.agenda.isCalm()) await move();
  expect(read('people/person-7/index.html')).toContain('Amina Newname');
  expect(deadLinks(site)).toEqual([]);
  expect(site.agenda.waiting()).toBeGreaterThan(60);
  await site.render(forever);
  expect(filesOf(site.release.publicDir)).toEqual(filesOf((await buildFully(feed)).publicDir));
});

test('no reader who follows a link finds nothing, whatever is published and however far the builder has come', async () => {
  const turns = fc.array(fc.array(step, { minLength: 1, maxLength: 5 }), { minLength: 1, maxLength: 5 });
  await fc.assert(
    fc.asyncProperty(turns, fc.array(fc.nat({ max: 3 }), { minLength: 1 }), async (turns, moves) => {
      const feed = await freshFeed();
      const act = newsroomOn(feed);
      fill(feed, 40);
      const { site, takeIn, move } = await liveSite(feed);
      try {
        for (const [turn, steps] of turns.entries()) {
          for (const step of steps) act(step);
          await takeIn();
          for (let moved = 0; moved < (moves[turn % moves.length] ?? 0); moved++) {
            await move();
            expect(deadLinks(site)).toEqual([]);
          }
        }
      } finally {
        site.close();
        await feed.close();
      }
    }),
    { numRuns: 8 },
  );
}, 240_000);
