import path from 'node:path';
import { buildSite } from '../../scripts/build.ts';
import { settingsId } from '../../shared/src/settings.ts';
import { build } from '../../site/builder/build.ts';
import { keepBundle } from '../../site/builder/bundles.ts';
import { feedClient } from '../../site/builder/feed-client.ts';
import { intakeOf } from '../../site/builder/intake.ts';
import { liveRelease, nextRelease } from '../../site/builder/releases.ts';
import { openSite } from '../../site/builder/site.ts';
import { pullToHead } from '../../site/builder/sync.ts';
import { watch } from '../../site/builder/supervise.ts';
import { fileSettings, type BuilderSettings } from '../../site/env.ts';
import { atEnd } from './at-end.ts';
import { feedModel, type FeedModel } from './feed-model.ts';
import { freshDirectory } from './newsroom.ts';
import {
  idOf,
  someArticle,
  someComment,
  someMedia,
  somePerson,
  somePlace,
  someSettings,
  someTopic,
} from './published-samples.ts';

/** A feed that lives as long as the test file. */
export async function freshFeed(): Promise<FeedModel> {
  const feed = await feedModel();
  atEnd(() => feed.close());
  return feed;
}

/** Settings of a builder that reads `feed` and writes to a directory of its own. */
export async function builderSettings(feed: Pick<FeedModel, 'url' | 'token'>): Promise<BuilderSettings> {
  return {
    PUBLIC_URL: 'http://localhost:4321',
    FEED_URL: feed.url,
    FEED_TOKEN: feed.token,
    SITE_DIR: path.join(await freshDirectory(), 'site'),
    SITE_BUNDLE: await buildSite(),
    SITE_IN_PLACE: '2000',
    SITE_PRECOMPRESS: 'true',
    // No test survives a loss of power, and the disk is shared by all of them.
    SITE_DURABLE: 'false',
  };
}

/** Collects what a builder says instead of showing it. */
export function silentScreen() {
  const said: string[] = [];
  return { said, write: (text: string) => said.push(text) };
}

/** The site of a builder, open in this process: the release that readers are on, or the one that is to be made. */
export async function openSiteOf(settings: BuilderSettings) {
  const { SITE_DIR: siteDir, SITE_BUNDLE, PUBLIC_URL: publicUrl, SITE_CLOCK: clockFile } = settings;
  const bundle = await keepBundle(siteDir, SITE_BUNDLE, publicUrl);
  const release = liveRelease(siteDir) ?? nextRelease(siteDir, bundle);
  // One bundle for every site of a test file: each that is loaded stays in the process.
  return openSite({
    siteDir,
    release,
    publicUrl,
    bundle: SITE_BUNDLE,
    screen: silentScreen(),
    files: fileSettings(settings),
    clockFile,
  });
}

/** A clean full build of what the feed has. Returns the directory that readers are given. */
export async function buildFully(
  feed: Pick<FeedModel, 'url' | 'token'>,
  more: Partial<BuilderSettings> = {},
): Promise<{ publicDir: string; settings: BuilderSettings }> {
  const settings = { ...(await builderSettings(feed)), ...more };
  await build({ settings, screen: silentScreen(), signal: new AbortController().signal });
  return { publicDir: path.join(settings.SITE_DIR, 'current', 'public'), settings };
}

/** The same with a bundle that is loaded once in the process, for tests that build often; the desk is not told. */
export async function buildAgain(
  feed: Pick<FeedModel, 'url' | 'token'>,
  more: Partial<BuilderSettings> = {},
): Promise<{ publicDir: string }> {
  const settings = { ...(await builderSettings(feed)), ...more };
  const { signal } = new AbortController();
  const site = await openSiteOf(settings);
  try {
    await pullToHead(intakeOf(site.workshop, feedClient(feed.url, feed.token, signal)));
    const { failed } = await site.render(signal);
    if (failed.length > 0) throw new Error(`Pages failed in a clean build: ${JSON.stringify(failed)}`);
  } finally {
    site.close();
  }
  return { publicDir: site.release.publicDir };
}

/** Starts the resident builder in this process. `stop` ends it in order. */
export async function startWatching(settings: BuilderSettings) {
  const screen = silentScreen();
  const stop = new AbortController();
  const ready = Promise.withResolvers<void>();
  const running = watch({ settings, screen, signal: stop.signal }, ready.resolve);
  await Promise.race([ready.promise, running]);
  return {
    said: screen.said,
    publicDir: path.join(settings.SITE_DIR, 'current', 'public'),
    stop: async () => {
      stop.abort();
      await running;
    },
  };
}

/** Fills a feed with a newsroom that has one of everything a page can show. */
export function fill(feed: FeedModel, articles = 12): void {
  feed.put('settings', settingsId, someSettings());
  const image = someMedia(1);
  for (const { name } of image.sizes)
    feed.bytes.set(`/feed/media/${image.id}/${name}`, Buffer.from(`bytes of ${name}`));
  feed.put('media', image.id, image);
  feed.put('place', idOf(2, 1), somePlace(1, { kind: 'country' }));
  feed.put('place', idOf(2, 2), somePlace(2, { parent: idOf(2, 1), slug: 'mbarara-ñandú' }));
  feed.put('topic', idOf(3, 1), someTopic(1));
  for (const number of [1, 2, 3])
    feed.put('person', idOf(1, number), somePerson(number, { photo: number === 2 ? image.id : null }));
  for (let number = 1; number <= articles; number++) {
    const people = [idOf(1, 1 + (number % 3))];
    const places = [idOf(2, 1 + (number % 2))];
    feed.put(
      'article',
      idOf(5, number),
      someArticle(number * 97, {
        id: idOf(5, number),
        mentions: { people, places, media: [] },
        leadImage: number % 2 ? image.id : null,
        corrections: number === 4 ? [{ at: '2026-03-01T08:00:00.000Z', text: 'A name was wrong.' }] : [],
      }),
    );
  }
  feed.put(
    'article',
    idOf(5, 99),
    someArticle(2, { id: idOf(5, 99), slug: 'habari-za-leo', formerSlugs: ['habari'], topics: [] }),
  );
  feed.put('comment', idOf(6, 1), someComment(1, idOf(5, 1)));
  feed.put('comment', idOf(6, 2), someComment(2, idOf(5, 1), { removed: true, author: '', html: '' }));
}
