import { execFile } from 'node:child_process';
import { existsSync, readFileSync, readlinkSync } from 'node:fs';
import path from 'node:path';
import { promisify } from 'node:util';
import { beforeAll, describe, expect, onTestFinished, test } from 'vitest';
import { build } from '../../site/builder/build.ts';
import { builderHeader, releaseHeader } from '../../shared/src/feed.ts';
import { settingsId } from '../../shared/src/settings.ts';
import { buildFully, builderSettings, fill, freshFeed, silentScreen, startWatching } from '../support/builder.ts';
import { idOf, someArticle, someComment, somePerson, someSettings } from '../support/published-samples.ts';
import { filesOf } from '../support/site-files.ts';

const main = path.resolve(import.meta.dirname, '../../site/builder/main.ts');

async function residentBuilder() {
  const feed = await freshFeed();
  fill(feed);
  const settings = await builderSettings(feed);
  const builder = await startWatching(settings);
  onTestFinished(builder.stop);
  await feed.delivered();
  const read = (file: string) => readFileSync(path.join(builder.publicDir, file), 'utf8');
  const has = (file: string) => existsSync(path.join(builder.publicDir, file));
  return { feed, settings, builder, read, has };
}
type Resident = Awaited<ReturnType<typeof residentBuilder>>;

async function cleanBuild({ feed }: Resident) {
  return filesOf((await buildFully(feed)).publicDir);
}

describe('what is published is followed', () => {
  test('a new article is on its page, its people and places, home and the feed', async () => {
    const resident = await residentBuilder();
    const { feed, read } = resident;
    feed.put(
      'article',
      idOf(5, 50),
      someArticle(5000, { id: idOf(5, 50), slug: 'bridge-opens', headline: 'A bridge opens' }),
    );
    await feed.delivered();
    for (const file of [
      'articles/bridge-opens/index.html',
      'people/person-1/index.html',
      'places/place-1/index.html',
      'index.html',
      'feed.xml',
    ]) {
      expect(read(file)).toContain('A bridge opens');
    }
    expect(read('sitemaps/articles-2026-07.xml')).toContain('/articles/bridge-opens/');
    expect(filesOf(resident.builder.publicDir)).toEqual(await cleanBuild(resident));
  });

  test('a new article leaves the files of departures alone, and a new person touches one part of the sitemap', async () => {
    const { feed } = await residentBuilder();
    const touched = async (act: () => void) => {
      act();
      await feed.delivered();
      return feed.receipts.at(-1)?.paths.filter((path) => /^\/(_|sitemap)/.test(path));
    };
    const article = someArticle(2, { id: idOf(5, 60), slug: 'quiet-night', formerSlugs: [] });
    expect(await touched(() => feed.put('article', idOf(5, 60), article))).toEqual([
      expect.stringMatching(/^\/sitemaps\/articles-/),
    ]);
    expect(await touched(() => feed.put('person', idOf(1, 17), somePerson(17)))).toEqual([
      `/sitemaps/subjects-${idOf(1, 17).slice(-1)}.xml`,
    ]);
    const moved = { ...article, slug: 'loud-night', formerSlugs: ['quiet-night'] };
    expect(await touched(() => feed.put('article', idOf(5, 60), moved))).toContain('/_redirects');
    // An edit of what has moved before leads nobody elsewhere.
    expect(await touched(() => feed.put('article', idOf(5, 60), { ...moved, headline: 'A loud night' }))).toEqual([]);
  });

  test('an address that was left leads straight to where the document stands now, for web servers too', async () => {
    const { feed, read } = await residentBuilder();
    const configured = (name: string) => read(`../configuration/${name}`);
    for (const [slug, ...formerSlugs] of [
      ['b', 'a'],
      ['c', 'a', 'b'],
    ]) {
      feed.put('article', idOf(5, 61), someArticle(3, { id: idOf(5, 61), slug: slug!, formerSlugs }));
      await feed.delivered();
    }
    for (const slug of ['a', 'b']) {
      expect(read('_redirects')).toContain(`/articles/${slug}/ /articles/c/ 301\n`);
      expect(configured('departures.nginx')).toContain(`"/articles/${slug}/" "/articles/c/";\n`);
      expect(configured('departures.caddy')).toContain(`"/articles/${slug}/" "/articles/c/"\n`);
    }
    feed.remove('article', idOf(5, 61));
    await feed.delivered();
    expect(configured('departures.nginx')).toContain('"/articles/a/" "410";\n');
    expect(configured('headers.nginx')).toContain('add_header x-content-type-options "nosniff" always;\n');
    // Somebody else comes to stand where it stood.
    feed.put('article', idOf(5, 62), someArticle(4, { id: idOf(5, 62), slug: 'a' }));
    await feed.delivered();
    expect(read('_redirects')).not.toContain('/articles/a/ ');
    expect(configured('departures.nginx')).not.toContain('/articles/a/');
  });

  test('a publish costs what it changes', async () => {
    const { feed } = await residentBuilder();
    feed.put('comment', idOf(6, 9), someComment(9, idOf(5, 2)));
    await feed.delivered();
    const feedOfThread = `/comments/${idOf(5, 2)}/feed.xml`;
    const told = feed.receipts.at(-1);
    expect(told?.paths.toSorted((a, b) => a.localeCompare(b))).toEqual(['/articles/article-194/', feedOfThread]);
    expect(told).toMatchObject({
      written: 2,
      removed: 0,
      failed: [],
    });
  });

  test('a person who is renamed is renamed wherever they are mentioned, and what they are not in is not written', async () => {
    const resident = await residentBuilder();
    resident.feed.put(
      'person',
      idOf(1, 3),
      somePerson(3, { name: 'Amina Newname', slug: 'amina', formerSlugs: ['person-3'] }),
    );
    await resident.feed.delivered();
    expect(resident.read('articles/article-194/index.html')).toContain('href="/people/amina/"');
    expect(resident.feed.receipts.at(-1)?.paths).not.toContain('/articles/article-97/');
    expect(resident.read('people/person-3/index.html')).toContain('content="0;url=/people/amina/"');
    expect(resident.read('_redirects')).toContain('/people/person-3/ /people/amina/ 301\n');
    expect(filesOf(resident.builder.publicDir)).toEqual(await cleanBuild(resident));
  });

  test('whoever is quoted and then renamed, or merged, is named anew under the quote', async () => {
    const resident = await residentBuilder();
    const bodyHtml = `<blockquote class="said"><p>It will be built.</p><footer><dl-mention kind="person" ref="${idOf(1, 3)}">Asha Before</dl-mention></footer></blockquote>`;
    const mentions = { people: [idOf(1, 3)], places: [], media: [] };
    const story = someArticle(60, { id: idOf(5, 70), slug: 'quoted', bodyHtml, mentions });
    resident.feed.put('article', story.id, story);
    resident.feed.put('person', idOf(1, 3), somePerson(3, { name: 'Asha After' }));
    await resident.feed.delivered();
    expect(resident.read('articles/quoted/index.html')).toContain('>Asha After</a></footer>');
    resident.feed.put('person', idOf(1, 3), somePerson(3, { name: 'Asha Later' }));
    await resident.feed.delivered();
    expect(resident.read('articles/quoted/index.html')).toContain('>Asha Later</a></footer>');
    resident.feed.put('person', idOf(1, 2), somePerson(2, { name: 'Asha Merged' }));
    resident.feed.remove('person', idOf(1, 3), idOf(1, 2));
    await resident.feed.delivered();
    expect(resident.read('articles/quoted/index.html')).toContain('>Asha Merged</a></footer>');
    expect(filesOf(resident.builder.publicDir)).toEqual(await cleanBuild(resident));
  });

  test('an article that is taken away is gone with its page, and its former addresses with it', async () => {
    const resident = await residentBuilder();
    expect(resident.has('articles/habari/index.html')).toBe(true);
    resident.feed.remove('article', idOf(5, 99));
    await resident.feed.delivered();
    for (const slug of ['habari', 'habari-za-leo']) {
      expect(resident.has(`articles/${slug}`)).toBe(false);
      expect(resident.read('_redirects')).toContain(`/articles/${slug}/ /410.html 410\n`);
    }
    expect(resident.read('index.html')).not.toContain('habari');
    expect(filesOf(resident.builder.publicDir)).toEqual(await cleanBuild(resident));
  });

  test('an answer of the feed that is cut off counts as far as it came', async () => {
    const resident = await residentBuilder();
    resident.feed.cutNext(1700);
    resident.feed.put('person', idOf(1, 7), somePerson(7));
    resident.feed.put('person', idOf(1, 8), somePerson(8));
    await resident.feed.delivered();
    expect(filesOf(resident.builder.publicDir)).toEqual(await cleanBuild(resident));
  });

  test('a feed that no longer knows the cursor is read anew, and what it no longer has is taken away', async () => {
    const resident = await residentBuilder();
    resident.feed.renumber();
    resident.feed.put('person', idOf(1, 7), somePerson(7));
    await resident.feed.delivered();
    expect(filesOf(resident.builder.publicDir)).toEqual(await cleanBuild(resident));
  });
});

describe('a page that fails', () => {
  test('keeps its last good version, is reported, stops no other, and is tried again', async () => {
    const resident = await residentBuilder();
    const { feed, read } = resident;
    const good = read('articles/article-97/index.html');
    feed.put('settings', settingsId, someSettings({ timeZone: 'No/Such_Zone' }));
    await feed.delivered();
    expect(read('articles/article-97/index.html')).toBe(good);
    const failed = feed.receipts.at(-1)?.failed ?? [];
    expect(failed).toContainEqual({ path: '/articles/article-97/', cause: expect.stringContaining('No/Such_Zone') });
    expect(resident.builder.said.join('')).toContain('/articles/article-97/ keeps its last good version: ');
    feed.put('settings', settingsId, someSettings({ tagline: 'Mended' }));
    await feed.delivered();
    expect(feed.receipts.at(-1)?.failed).toEqual([]);
    expect(filesOf(resident.builder.publicDir)).toEqual(await cleanBuild(resident));
  });
});

describe('a site directory', () => {
  let resident: Resident;
  beforeAll(async () => {
    const feed = await freshFeed();
    fill(feed, 3);
    const settings = await builderSettings(feed);
    await build({ settings, screen: silentScreen(), signal: new AbortController().signal });
    resident = { feed, settings } as Resident;
  });

  test('is kept by one builder at a time', async () => {
    const builder = await startWatching(resident.settings);
    const second = build({ settings: resident.settings, screen: silentScreen(), signal: new AbortController().signal });
    await expect(second).rejects.toThrow(/Another builder is at work/);
    await builder.stop();
  });

  test('has one id, told with every request and receipt, whatever builder comes after another', async () => {
    const { feed, settings } = resident;
    const names = () => [feed.askedWith()?.[builderHeader], feed.askedWith()?.[releaseHeader]];
    const first = feed.receipts.find(({ rendered }) => (rendered ?? 0) > 10);
    expect(first).toMatchObject({ builder: names()[0], release: names()[1], pending: 0 });
    const builder = await startWatching(settings);
    feed.put('person', idOf(1, 4), somePerson(4));
    await feed.delivered();
    await builder.stop();
    expect(names()).toEqual([first?.builder, first?.release]);
    expect(feed.receipts.at(-1)).toMatchObject({ builder: first?.builder, release: first?.release });
    const release = path.basename(readlinkSync(path.join(settings.SITE_DIR, 'current')));
    expect(release.replace(/-\d+$/, '')).toBe(first?.release);
  });

  test('is built though the desk cannot be told, which is said', async () => {
    const { feed, settings } = resident;
    feed.loseReceipts(5);
    feed.put('person', idOf(1, 5), somePerson(5));
    const told = feed.receipts.length;
    const screen = silentScreen();
    await build({ settings, screen, signal: new AbortController().signal });
    expect(existsSync(path.join(settings.SITE_DIR, 'current', 'public', 'people', 'person-5', 'index.html'))).toBe(
      true,
    );
    expect(screen.said.join('')).toContain(
      'The site is in place, but the desk could not be told of it. The feed answered 500',
    );
    expect(feed.receipts).toHaveLength(told);
  });

  test('tells the desk where it stands when a builder comes back, since the one before may have told nothing', async () => {
    const { feed, settings } = resident;
    const told = feed.receipts.length;
    const builder = await startWatching(settings);
    await expect.poll(() => feed.receipts.length).toBe(told + 1);
    await builder.stop();
    await feed.delivered();
    expect(feed.receipts.at(-1)).toMatchObject({ written: 0, failed: [], pending: 0 });
  });

  test('gets a new release where the site changes, with the old assets, and keeps one old release', async () => {
    const { settings } = resident;
    const releases = () =>
      Object.keys(filesOf(path.join(settings.SITE_DIR, 'releases'))).map((file) => file.split('/')[0]);
    const before = filesOf(path.join(settings.SITE_DIR, 'current', 'public'), ['_redirects']);
    for (const port of ['5001', '5002', '5003']) {
      const changed = { ...settings, PUBLIC_URL: `http://localhost:${port}` };
      await promisify(execFile)(process.execPath, [main, 'build'], { env: { ...process.env, ...changed } });
      const now = filesOf(path.join(settings.SITE_DIR, 'current', 'public'), ['_redirects']);
      expect(Object.keys(now)).toEqual(Object.keys(before));
      expect(now['index.html']).not.toBe(before['index.html']);
      expect(new Set(releases()).size).toBe(2);
      expect(readFileSync(path.join(settings.SITE_DIR, 'current', 'public', 'sitemap.xml'), 'utf8')).toContain(port);
    }
  });
});

test('a feed that is not there, or refuses the token, is named in one sentence', async () => {
  const feed = await freshFeed();
  const settings = await builderSettings(feed);
  const run = (more: object) =>
    build({ settings: { ...settings, ...more }, screen: silentScreen(), signal: new AbortController().signal });
  await expect(run({ FEED_TOKEN: 'wrong' })).rejects.toThrow(
    /refused the token. FEED_TOKEN must be the same on both sides/,
  );
  await expect(run({ FEED_URL: 'http://127.0.0.1:9' })).rejects.toThrow(
    /^The feed at http:\/\/127\.0\.0\.1:9 cannot be reached/,
  );
  await expect(run({ SITE_BUNDLE: '/nowhere' })).rejects.toThrow(/There is no site bundle at \/nowhere/);
});
