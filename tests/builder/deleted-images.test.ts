import { createHash } from 'node:crypto';
import { existsSync, readdirSync } from 'node:fs';
import path from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { buildFully, builderSettings, fill, freshFeed, startWatching } from '../support/builder.ts';
import type { FeedModel } from '../support/feed-model.ts';
import { someMedia } from '../support/published-samples.ts';
import { filesOf } from '../support/site-files.ts';

const nameOf = (bytes: string) => `${createHash('sha256').update(bytes).digest('hex').slice(0, 32)}.webp`;

/** Publishes an image whose sizes have these bytes. */
function show(feed: FeedModel, number: number, bytes: (size: string) => string, revision = '1'): string {
  const image = someMedia(number, { revision });
  for (const { name } of image.sizes) feed.bytes.set(`/feed/media/${image.id}/${name}`, Buffer.from(bytes(name)));
  feed.put('media', image.id, image);
  return image.id;
}

async function resident(feed: FeedModel) {
  const builder = await startWatching(await builderSettings(feed));
  onTestFinished(builder.stop);
  await feed.delivered();
  const media = path.join(builder.publicDir, 'media');
  return {
    images: () => readdirSync(media),
    has: (bytes: string) => existsSync(path.join(media, nameOf(bytes))),
    files: () => filesOf(builder.publicDir),
  };
}

test('the files of an image go when it is deleted, and pages do without it', async () => {
  const feed = await freshFeed();
  fill(feed, 3);
  const site = await resident(feed);
  expect(site.images()).not.toEqual([]);
  feed.remove('media', someMedia(1).id);
  await feed.settled();
  expect(site.images()).toEqual([]);
  expect(site.files()).toEqual(filesOf((await buildFully(feed)).publicDir));
});

test('a file that another image has, byte for byte, stays with that', async () => {
  const feed = await freshFeed();
  fill(feed, 1);
  const [first, second] = [show(feed, 2, (size) => `two ${size}`), show(feed, 3, (size) => `two ${size}`)];
  const site = await resident(feed);
  feed.remove('media', first);
  await feed.settled();
  expect(site.has('two small')).toBe(true);
  feed.remove('media', second);
  await feed.settled();
  expect(site.has('two small')).toBe(false);
  show(feed, 4, (size) => `two ${size}`);
  await feed.settled();
  expect(site.has('two small')).toBe(true);
});

test('a file that comes again in the same answer stays, whichever is told first', async () => {
  const feed = await freshFeed();
  fill(feed, 1);
  const [first, second] = [show(feed, 2, (size) => `two ${size}`), show(feed, 3, (size) => `three ${size}`)];
  const site = await resident(feed);
  feed.remove('media', first);
  show(feed, 4, (size) => `two ${size}`);
  show(feed, 5, (size) => `three ${size}`);
  feed.remove('media', second);
  await feed.settled();
  expect([site.has('two small'), site.has('three small')]).toEqual([true, true]);
});

test('files of a former revision stay, for pages that are open', async () => {
  const feed = await freshFeed();
  fill(feed, 1);
  show(feed, 2, (size) => `before ${size}`);
  const site = await resident(feed);
  show(feed, 2, (size) => `after ${size}`, '2');
  await feed.settled();
  expect([site.has('before small'), site.has('after small')]).toEqual([true, true]);
});
