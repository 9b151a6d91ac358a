import type { Page } from 'playwright-core';
import { beforeAll, expect, onTestFinished, test } from 'vitest';
import { routes } from '../../shared/src/routes.ts';
import { query } from '../support/database.ts';
import { startStack, type TestStack } from '../support/stack.ts';
import { hostileAddresses } from '../support/xss-payloads.ts';
import { signInToDesk } from './admin-session.ts';
import { readAll, type PageParts } from './page-parts.ts';
import { each, linksTo, staffOf, turn, type Texts } from './staff-newsroom.ts';
import { acted, batches, look, visit, watched } from './xss-watch.ts';

/** All payloads in texts of so many characters, as the desk keeps them: without space around. */
const textsOf = (most: number) => batches(most).map((text) => text.trim());
const hostile: Texts = {
  names: textsOf(120),
  headlines: textsOf(180),
  standfirsts: textsOf(500),
  notes: textsOf(2_000),
};
const plain: Texts = {
  names: ['Amani Testero', 'Turkwel', 'Roads'],
  headlines: ['A ferry runs', 'A road is mended'],
  standfirsts: ['Twice a day, and on Sundays.'],
  notes: ['It was said to be Monday.\nIt was not.\n\nIt was Tuesday.'],
};

let stack: TestStack;
beforeAll(async () => {
  stack = await startStack();
});

const at = (path: string) => new URL(path, stack.siteURL).href;

/** Resolves when the site has all that was published. */
const built = () =>
  expect
    .poll(
      () =>
        query(
          stack.database.url,
          `select coalesce((select position from receipts order by id desc limit 1), 0) >= max(position)
             and bool_and(position is not null)
             and coalesce((select pending from receipts order by id desc limit 1), 1) = 0 as "isThere" from outbox`,
        ),
      { timeout: 60_000 },
    )
    .toEqual([{ isThere: true }]);

type Staff = ReturnType<typeof staffOf>;
type Filled = Awaited<ReturnType<Staff['fill']>>;

const storiesOf = ({ stories }: Filled) => stories.map(({ slug }) => routes.article(slug));
const subjectsOf = ({ people, places, topics }: Filled) => [
  ...people.map(({ slug }) => routes.person(slug)),
  ...places.map(({ slug }) => routes.place(slug)),
  ...topics.map(({ slug }) => routes.topic(slug)),
];

/** Offers each address as a link's; the desk may refuse it. */
async function link(staff: Staff, { story }: Filled): Promise<string[]> {
  const answers = await each(hostileAddresses.length, (index) =>
    staff.offer('articles', {
      data: { ...story(0), body: linksTo([hostileAddresses[index] ?? '']), _status: 'published' },
    }),
  );
  for (const { status, said } of answers) expect([201, 400], said).toContain(status);
  return answers.flatMap(({ doc }) => (doc ? [routes.article(doc.slug)] : []));
}

/** Texts bring no element and no attribute that plain ones do not have, and nothing that runs or leads where nothing of ours does. */
function areTextAlone(pages: PageParts[], usual: PageParts[]): void {
  const known = new Set(usual.flatMap(({ marks }) => marks));
  const others = pages.flatMap(({ path, marks, odd }) => [
    ...marks.filter((mark) => !known.has(mark)).map((mark) => `${path}: ${mark}`),
    ...odd.map((html) => `${path}: ${html}`),
  ]);
  expect(others).toEqual([]);
}

function areAsTyped({ stories, people, places, topics, all, name }: Filled, pageAt: (path: string) => PageParts): void {
  for (const [index, { slug }] of stories.entries()) {
    const { headline, standfirst, note, person, place, topic } = {
      headline: turn(hostile.headlines, index),
      standfirst: turn(hostile.standfirsts, index),
      note: turn(hostile.notes, index),
      person: name(0, index % people.length),
      place: name(1, index % places.length),
      topic: name(2, index % topics.length),
    };
    const page = pageAt(routes.article(slug));
    expect(page).toMatchObject({
      title: `${headline} | Newsroom`,
      heading: headline,
      standfirst,
      description: standfirst,
      pictures: [
        { alt: standfirst, caption: `${standfirst} ${turn(hostile.headlines, index % hostile.standfirsts.length)}` },
      ],
      structured: { headline, description: standfirst, author: [{ name: person }], correction: [{ text: note }] },
    });
    expect(page.corrections[0]).toContain(note);
    expect(page.links).toEqual(expect.arrayContaining([person, place, topic]));
  }
  const texts = [...hostile.notes, ...hostile.names];
  const { paragraphs, pictures } = pageAt(routes.article(all.slug));
  expect(paragraphs.slice(0, texts.length)).toEqual(texts);
  expect(pictures.slice(1).map(({ alt }) => alt)).toEqual(hostile.standfirsts);
  for (const [index, { slug }] of people.entries()) expect(pageAt(routes.person(slug)).heading).toBe(name(0, index));
  for (const [index, { slug }] of places.entries()) expect(pageAt(routes.place(slug)).heading).toBe(name(1, index));
  for (const [index, { slug }] of topics.entries()) expect(pageAt(routes.topic(slug)).heading).toBe(name(2, index));
}

/** A reader of feeds holds to no policy: what a feed says is HTML is set into a page. */
async function areSafeInFeeds(page: Page): Promise<void> {
  const read = async (path: string) => {
    const response = await fetch(at(path));
    expect(response.status, path).toBe(200);
    return await page.evaluate(
      (xml) => {
        const parsed = new DOMParser().parseFromString(xml, 'application/xml');
        if (parsed.querySelector('parsererror')) throw new Error('This is no XML.');
        const texts = (name: string) =>
          Array.from(parsed.getElementsByTagName(name), (element) => element.textContent ?? '');
        return { titles: [...texts('title'), ...texts('news:title')], contents: texts('content') };
      },
      await response.text(),
    );
  };
  await page.setContent('<title>Feeds</title>');
  const { titles } = await read(routes.newsSitemap);
  expect(titles).toEqual(expect.arrayContaining(hostile.headlines));
  const feed = await read(routes.atom);
  const typed = [...hostile.headlines, 'Newsroom'];
  expect(feed.titles.filter((title) => !typed.includes(title))).toEqual([]);
  expect(feed.contents.length).toBeGreaterThan(0);
  await page.setContent(`<title>A feed</title>${feed.contents.join('<hr>')}`);
  await look(page, routes.atom);
}

/** Drafts in the site's templates, at the desk's own address. */
async function areSafeInPreview(desk: Page, staff: Staff, { story, stories, all }: Filled): Promise<void> {
  const draft = await staff.send('articles?draft=true', {
    data: { ...story(1), body: linksTo(hostileAddresses), _status: 'draft' },
  });
  for (const { id } of [draft, all, ...some(stories)]) {
    const policy = await visit(desk, `${stack.adminURL}/api/newsroom/preview/${id}`);
    expect(policy).toContain("default-src 'none'");
    expect(policy).not.toMatch(/unsafe|script-src 'self'/);
  }
  await visit(desk, `${stack.adminURL}/api/newsroom/preview/${draft.id}`);
  expect((await desk.locator('h1').textContent())?.trim()).toBe(turn(hostile.headlines, 1));
}

const some = <T>(list: readonly T[]) => list.filter((_, index) => index % 12 === 0);

test('nothing that staff type acts, wherever it is shown, and it is shown as it was typed', async () => {
  onTestFinished(() => expect([...new Set(acted)]).toEqual([]));
  const desk = await watched();
  await signInToDesk(desk, stack);
  const staff = staffOf(desk, stack);
  const usual = await staff.fill(plain);
  const filled = await staff.fill(hostile);
  const linked = await link(staff, filled);
  expect(linked.length).toBeGreaterThan(0);
  await built();

  const reader = await watched();
  await visit(reader, at(routes.home));
  const all = routes.article(filled.all.slug);
  const paths = [...storiesOf(filled), ...subjectsOf(filled), all, ...linked, routes.corrections];
  const pages = await readAll(reader, paths);
  const usualPaths = [...storiesOf(usual), ...subjectsOf(usual), routes.article(usual.all.slug), routes.policies];
  areTextAlone(pages, await readAll(reader, usualPaths));
  const byPath = new Map(pages.map((page) => [page.path, page]));
  areAsTyped(filled, (path) => byPath.get(path)!);

  const month = filled.all.publishedAt.slice(0, 7);
  const lists = [routes.corrections, routes.archive(month), routes.archive(month, 1)];
  for (const path of [all, ...some(storiesOf(filled)), ...some(subjectsOf(filled)), ...linked, ...lists]) {
    const policy = await visit(reader, at(path));
    expect(policy).toMatch(/script-src 'self';/);
    expect(policy).not.toMatch(/unsafe/);
  }
  await areSafeInFeeds(reader);
  await areSafeInPreview(desk, staff, filled);
}, 240_000);
