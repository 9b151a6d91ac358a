import { appendFileSync, cpSync, readlinkSync } from 'node:fs';
import path from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { settingsId } from '../../shared/src/settings.ts';
import { build } from '../../site/builder/build.ts';
import { goBack, goForward } from '../../site/builder/pin.ts';
import type { BuilderSettings } from '../../site/env.ts';
import { buildFully, builderSettings, fill, freshFeed, silentScreen, startWatching } from '../support/builder.ts';
import type { FeedModel } from '../support/feed-model.ts';
import { freshDirectory } from '../support/newsroom.ts';
import { idOf, someArticle, someSettings } from '../support/published-samples.ts';
import { filesOf } from '../support/site-files.ts';

const currentOf = ({ SITE_DIR }: BuilderSettings) => path.basename(readlinkSync(path.join(SITE_DIR, 'current')));
const publicOf = ({ SITE_DIR }: BuilderSettings) => path.join(SITE_DIR, 'current', 'public');

/** A bundle like the one at `directory`, but not the same: an asset differs. */
async function anotherBundle(directory: string): Promise<string> {
  const other = path.join(await freshDirectory(), 'bundle');
  cpSync(directory, other, { recursive: true });
  appendFileSync(path.join(other, 'client', 'extra.txt'), 'An asset of the other bundle.\n');
  return other;
}

/** Waits until the release that readers are on has another name. */
const switched = (settings: BuilderSettings, from: string) =>
  expect.poll(() => currentOf(settings), { timeout: 30_000, interval: 20 }).not.toBe(from);

async function publishOn(feed: FeedModel, number: number): Promise<void> {
  const id = idOf(5, number);
  feed.put('article', id, someArticle(70_000 + number, { id, slug: `late-${number}`, headline: `Late ${number}` }));
  await feed.delivered();
}

/** A resident builder on a site of more routes than settings are changed on in place, with its release. */
async function largeSite() {
  const feed = await freshFeed();
  fill(feed, 40);
  const settings = { ...(await builderSettings(feed)), SITE_IN_PLACE: '20' };
  const builder = await startWatching(settings);
  onTestFinished(builder.stop);
  await feed.delivered();
  return { feed, settings, first: currentOf(settings) };
}

test('settings of a large site get a release of their own, and publishes go on meanwhile', async () => {
  const { feed, settings, first } = await largeSite();
  feed.put('settings', settingsId, someSettings({ tagline: 'With another line under its name' }));
  await publishOn(feed, 300);
  await switched(settings, first);
  await publishOn(feed, 301);
  const { publicDir } = await buildFully(feed);
  expect(filesOf(publicOf(settings))).toEqual(filesOf(publicDir));
  expect(currentOf(settings)).toBe(first.replace(/1$/, '2'));
});

test('a large site keeps its settings, and its release, over a feed that is read anew', async () => {
  const { feed, settings, first } = await largeSite();
  const told = feed.receipts.length;
  feed.renumber();
  await publishOn(feed, 300);
  await feed.settled();
  // No page in between was another one: none was written but what the publish changes.
  const written = feed.receipts.slice(told).flatMap(({ paths }) => paths);
  expect(written).toContain('/articles/late-300/');
  expect(written).not.toContain('/articles/article-97/');
  expect(written).not.toContain('/policies/');
  expect(filesOf(publicOf(settings))).toEqual(filesOf((await buildFully(feed)).publicDir));
  expect(currentOf(settings)).toBe(first);
});

test('a build with settings that have changed makes a release of them too', async () => {
  const feed = await freshFeed();
  fill(feed, 10);
  const settings = { ...(await builderSettings(feed)), SITE_IN_PLACE: '20' };
  const run = () => build({ settings, screen: silentScreen(), signal: new AbortController().signal });
  await run();
  const first = currentOf(settings);
  feed.put('settings', settingsId, someSettings({ tagline: 'With another line under its name' }));
  feed.remove('article', idOf(5, 3));
  await run();
  expect(currentOf(settings)).not.toBe(first);
  expect(filesOf(publicOf(settings))).toEqual(filesOf((await buildFully(feed)).publicDir));
});

test('another bundle is rendered beside the present one, and one can go back to it, with what is published now', async () => {
  const feed = await freshFeed();
  fill(feed, 20);
  const settings = await builderSettings(feed);
  const before = await startWatching(settings);
  await feed.delivered();
  await before.stop();
  const first = currentOf(settings);

  const changed = { ...settings, SITE_BUNDLE: await anotherBundle(settings.SITE_BUNDLE) };
  const builder = await startWatching(changed);
  onTestFinished(builder.stop);
  await publishOn(feed, 300);
  await switched(settings, first);
  const second = currentOf(settings);
  expect(second.split('-')[0]).not.toBe(first.split('-')[0]);
  feed.remove('article', idOf(5, 99));
  await publishOn(feed, 301);
  expect(filesOf(publicOf(settings))).toHaveProperty(['extra.txt']);

  goBack(settings.SITE_DIR);
  await switched(settings, second);
  const third = currentOf(settings);
  expect(third.split('-')[0]).toBe(first.split('-')[0]);
  await publishOn(feed, 302);
  const files = filesOf(publicOf(settings));
  expect(files).toHaveProperty(['articles/late-301/index.html']);
  expect(files).not.toHaveProperty(['articles/habari-za-leo/index.html']);
  expect(files).toEqual(filesOf((await buildFully(feed)).publicDir));

  expect(goForward(settings.SITE_DIR)).toBe(true);
  await switched(settings, third);
  expect(currentOf(settings).split('-')[0]).toBe(second.split('-')[0]);
});

test('without an earlier bundle there is no going back', async () => {
  const feed = await freshFeed();
  const { settings } = await buildFully(feed);
  expect(() => goBack(settings.SITE_DIR)).toThrow('There is no earlier bundle of this site to go back to.');
});

test('a build goes on where the last one ended, and renders only what has changed', async () => {
  const feed = await freshFeed();
  fill(feed, 20);
  const { settings } = await buildFully(feed);
  const screen = silentScreen();
  publishOnly(feed);
  await build({ settings, screen, signal: new AbortController().signal });
  expect(feed.receipts.at(-1)).toMatchObject({ failed: [] });
  expect(feed.receipts.at(-1)?.written).toBeLessThan(15);
  expect(filesOf(publicOf(settings))).toEqual(filesOf((await buildFully(feed)).publicDir));
});

function publishOnly(feed: FeedModel): void {
  const id = idOf(5, 400);
  feed.put('article', id, someArticle(80_000, { id, slug: 'only-this' }));
}
