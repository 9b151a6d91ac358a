import { expect, test } from 'vitest';
import { feedClient } from '../../site/builder/feed-client.ts';
import { publish } from '../../site/builder/publish.ts';
import { openSite } from '../../site/builder/site.ts';
import { pullToHead } from '../../site/builder/sync.ts';
import { buildFully, builderSettings, fill, freshFeed, silentScreen } from '../support/builder.ts';
import { filesOf } from '../support/site-files.ts';

test('many processes write the bytes, and record the dependencies, that one does', async () => {
  const feed = await freshFeed();
  fill(feed, 520);
  const shared = await buildFully(feed);

  const settings = await builderSettings(feed);
  const options = {
    siteDir: settings.SITE_DIR,
    bundle: settings.SITE_BUNDLE,
    publicUrl: settings.PUBLIC_URL,
    screen: silentScreen(),
  };
  const site = await openSite(options);
  const { workshop, fixed, release } = site;
  const client = feedClient(feed.url, feed.token, new AbortController().signal);
  await pullToHead({
    feed: client,
    snapshot: workshop.snapshot,
    outlet: workshop.outlet,
    cache: workshop.renderer.cache,
  });
  await publish(workshop, { fixed });
  expect(filesOf(shared.publicDir)).toEqual(filesOf(release.publicDir));

  const read = 'select path, key, bound, ceiling from dependencies join routes on id = route order by path, key';
  const alone = workshop.snapshot.all(read);
  site.close();
  const other = await openSite({ ...options, siteDir: shared.settings.SITE_DIR });
  expect(other.workshop.snapshot.all(read)).toEqual(alone);
  expect(alone.length).toBeGreaterThan(3000);
  other.close();
});
