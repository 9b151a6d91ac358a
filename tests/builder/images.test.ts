import { readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { feedRoutes } from '../../shared/src/routes.ts';
import { buildFully, builderSettings, fill, freshFeed, startWatching } from '../support/builder.ts';
import { idOf, someArticle, someMedia } from '../support/published-samples.ts';
import { filesOf } from '../support/site-files.ts';

const image = someMedia(2);
const files = image.sizes.map(({ name }) => feedRoutes.media(image.id, name));
const [small] = files as [string];

/** A resident builder, and a story with an image, of whose files a test says what becomes of them. */
async function residentBuilder() {
  const feed = await freshFeed();
  fill(feed, 2);
  const builder = await startWatching(await builderSettings(feed));
  onTestFinished(builder.stop);
  await feed.delivered();
  const story = someArticle(3000, { id: idOf(5, 50), slug: 'with-image', leadImage: image.id });
  return {
    feed,
    builder,
    said: () => builder.said.join(''),
    shown: () =>
      readFileSync(path.join(builder.publicDir, 'articles/with-image/index.html'), 'utf8').match(/\/media\//g),
    have: () => files.forEach((file) => feed.bytes.set(file, Buffer.from(`bytes of ${file}`))),
    publish: async () => {
      feed.put('media', image.id, image);
      feed.put('article', story.id, story);
      await feed.delivered();
    },
    isAsClean: async () => {
      expect(filesOf(builder.publicDir)).toEqual(filesOf((await buildFully(feed)).publicDir));
    },
  };
}

test('an image whose file cannot be read for a moment is shown with it', async () => {
  const { feed, have, publish, said, isAsClean } = await residentBuilder();
  have();
  feed.unreadable.set(small, 2);
  await publish();
  await isAsClean();
  expect(said()).not.toContain('image');
});

test('an image whose file goes on failing holds up no publish, is named, and is shown once it can be read', async () => {
  const { feed, have, publish, said, shown, isAsClean } = await residentBuilder();
  have();
  for (const file of files) feed.unreadable.set(file, Infinity);
  await publish();
  expect(shown()).toBeNull();
  expect(said()).toContain(`of the image ${image.id} cannot be read by the newsroom`);
  feed.unreadable.clear();
  feed.nudge();
  await expect.poll(shown).not.toBeNull();
  await feed.settled();
  await isAsClean();
});

test('an image whose file is missing is named, and is shown when it comes again with it', async () => {
  const { feed, have, publish, said, shown, isAsClean } = await residentBuilder();
  await publish();
  expect(shown()).toBeNull();
  expect(said()).toContain(`of the image ${image.id} is missing at the newsroom`);
  have();
  feed.put('media', image.id, image);
  await expect.poll(shown).not.toBeNull();
  await feed.delivered();
  await isAsClean();
});
