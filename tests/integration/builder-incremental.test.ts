import fc from 'fast-check';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { feedClient } from '../../site/builder/feed-client.ts';
import { perform } from '../../site/builder/perform.ts';
import { publish, type Crew } from '../../site/builder/publish.ts';
import { openSite } from '../../site/builder/site.ts';
import { pullToHead } from '../../site/builder/sync.ts';
import type { BuilderSettings } from '../../site/env.ts';
import { atEnd } from '../support/at-end.ts';
import { buildFully, builderSettings, silentScreen } from '../support/builder.ts';
import { feedModel, type FeedModel } from '../support/feed-model.ts';
import { newsroomOn, step } from '../support/newsroom-script.ts';
import { idOf, someArticle } from '../support/published-samples.ts';
import { filesOf } from '../support/site-files.ts';

/** A builder's turn: it takes in what the feed has and publishes, unless it is killed after so many tasks. */
const turn = fc.record({
  steps: fc.array(step, { minLength: 1, maxLength: 4 }),
  killedAfter: fc.option(fc.nat({ max: 25 })),
});

class Killed extends Error {}

/** Runs one builder from its start to its end, or to where it is killed: with files in place that it has not written down. */
async function runBuilder(feed: FeedModel, settings: BuilderSettings, killedAfter: number | null): Promise<void> {
  const site = await openSite({
    siteDir: settings.SITE_DIR,
    bundle: settings.SITE_BUNDLE,
    publicUrl: settings.PUBLIC_URL,
    screen: silentScreen(),
  });
  const { workshop, fixed } = site;
  let left = killedAfter ?? Infinity;
  const mortal: Crew = async (stage, onDone) => {
    for (const task of stage) {
      const outcome = await perform(workshop, task);
      if (left-- <= 0) throw new Killed();
      onDone(outcome);
    }
  };
  try {
    const client = feedClient(feed.url, feed.token, new AbortController().signal);
    await pullToHead({
      feed: client,
      snapshot: workshop.snapshot,
      outlet: workshop.outlet,
      cache: workshop.renderer.cache,
    });
    const { failed } = await publish(workshop, { fixed, crew: mortal });
    expect(failed).toEqual([]);
    await site.publish();
  } catch (error) {
    if (!(error instanceof Killed)) throw error;
  } finally {
    site.close();
  }
}

test('a site kept up to date, by builders killed at any instant, is the site that a clean build makes', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(turn, { minLength: 1, maxLength: 6 }), async (turns) => {
      const feed = await feedModel();
      try {
        const act = newsroomOn(feed);
        const settings = await builderSettings(feed);
        for (const { steps, killedAfter } of turns) {
          for (const step of steps) act(step);
          await runBuilder(feed, settings, killedAfter);
        }
        await runBuilder(feed, settings, null);
        const kept = filesOf(path.join(settings.SITE_DIR, 'current', 'public'));
        const made = filesOf((await buildFully(feed)).publicDir);
        // Images of versions that nothing shows any more stay for pages in flight.
        for (const file of Object.keys(kept)) if (file.startsWith('media/') && !(file in made)) delete kept[file];
        expect(kept).toEqual(made);
      } finally {
        await feed.close();
      }
    }),
    { numRuns: 30 },
  );
}, 120_000);

test('a change undone after a builder was killed is undone on the page too', async () => {
  const feed = await feedModel();
  atEnd(() => feed.close());
  const settings = await builderSettings(feed);
  const headlines = ['As it was', 'Put in place, but not written down', 'As it was'];
  for (const [round, headline] of headlines.entries()) {
    feed.put('article', idOf(5, 1), someArticle(1, { headline }));
    // The second builder is killed with the article's file in place: one that trusted its record would leave it there.
    await runBuilder(feed, settings, round === 1 ? 0 : null);
  }
  const page = readFileSync(path.join(settings.SITE_DIR, 'current/public/articles/article-1/index.html'), 'utf8');
  expect(page).toContain('As it was');
  expect(page).not.toContain('not written down');
});
