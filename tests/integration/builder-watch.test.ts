import { execFile } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { promisify } from 'node:util';
import { beforeAll, describe, expect, onTestFinished, test } from 'vitest';
import { build } from '../../site/builder/commands.ts';
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
    expect(read('sitemap.xml')).toContain('/articles/bridge-opens/');
    expect(filesOf(resident.builder.publicDir)).toEqual(await cleanBuild(resident));
  });

  test('a publish costs what it changes', async () => {
    const { feed } = await residentBuilder();
    feed.put('comment', idOf(6, 9), someComment(9, idOf(5, 2)));
    await feed.delivered();
    expect(feed.receipts.at(-1)).toMatchObject({
      paths: ['/articles/article-194/'],
      written: 1,
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

  test('an article that is taken away is gone with its page, and its former addresses with it', async () => {
    const resident = await residentBuilder();
    expect(resident.has('articles/habari/index.html')).toBe(true);
    resident.feed.remove('article', idOf(5, 99));
    await resident.feed.delivered();
    for (const slug of ['habari', 'habari-za-leo']) {
      expect(resident.has(`articles/${slug}`)).toBe(false);
      expect(resident.read('_redirects')).toContain(`/articles/${slug}/ /404.html 410\n`);
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
