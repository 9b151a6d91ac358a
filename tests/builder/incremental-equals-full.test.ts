import fc from 'fast-check';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { startBuilder } from '../support/builder-process.ts';
import { buildAgain, builderSettings, freshFeed } from '../support/builder.ts';
import { clockAt } from '../support/clock.ts';
import { feedModel } from '../support/feed-model.ts';
import { keepSite } from '../support/keep-site.ts';
import { dawn, newsroomOn, troubledStep } from '../support/newsroom-script.ts';
import { holds, runsOf } from '../support/property.ts';
import { idOf, someArticle } from '../support/published-samples.ts';
import { filesOf } from '../support/site-files.ts';

const file = path.relative(process.cwd(), import.meta.filename);

/** Passes of failpoints until a builder's end: seldom beyond what its first start takes. */
const failpoint = fc.oneof({ weight: 3, arbitrary: fc.integer({ min: 1, max: 60 }) }, fc.integer({ min: 1, max: 400 }));

const script = fc.record({
  turns: fc.array(fc.record({ steps: fc.array(troubledStep, { minLength: 1, maxLength: 5 }), isHasty: fc.boolean() }), {
    minLength: 1,
    maxLength: 6,
  }),
  failpoints: fc.array(failpoint, { maxLength: 3 }),
  // Where few routes may be rendered in place, new settings make a new release.
  inPlace: fc.constantFrom('2000', '10'),
  // Both make every file dearer, and few scripts need them to fail.
  precompress: fc.constantFrom('true', 'false', 'false', 'false'),
  durable: fc.constantFrom('true', 'false', 'false', 'false'),
});

const runs = runsOf(50);

// Two at once, since each waits for a process of its own.
test.concurrent.each(['one', 'the other'])(
  'a site kept by builders that are killed at any instant is the site that a clean build makes (%s half)',
  async () => {
    const property = fc.asyncProperty(script, async (given) => {
      const feed = await feedModel();
      const clock = await clockAt(dawn);
      const settings = {
        ...(await builderSettings(feed)),
        SITE_CLOCK: clock.file,
        SITE_IN_PLACE: given.inPlace,
        SITE_PRECOMPRESS: given.precompress,
        SITE_DURABLE: given.durable,
      };
      try {
        const newsroom = { act: newsroomOn(feed, clock), delivered: () => feed.delivered() };
        await keepSite(settings, newsroom, given, async () => {
          const { SITE_CLOCK, SITE_PRECOMPRESS } = settings;
          feed.cutNext(undefined);
          const { publicDir } = await buildAgain(feed, { SITE_CLOCK, SITE_PRECOMPRESS });
          return filesOf(publicDir);
        });
      } finally {
        await feed.close();
      }
    });
    await holds(property, { runs, file });
    expect.hasAssertions();
  },
  60_000 + runs * 10_000,
);

test('a change undone after a builder was killed is undone on the page too', async () => {
  const feed = await freshFeed();
  const settings = await builderSettings(feed);
  const headlines = ['As it was', 'Put in place, but not written down', 'As it was'];
  for (const [round, headline] of headlines.entries()) {
    feed.put('article', idOf(5, 1), someArticle(1, { headline }));
    // The second builder is killed with the article's file in place: one that trusted its record would leave it there.
    const builder = startBuilder(settings, round === 1 ? { SITE_FAILPOINT: 'before record 1' } : {});
    await (round === 1 ? builder.ended : feed.delivered());
    builder.child.kill('SIGTERM');
    await builder.ended;
  }
  const page = readFileSync(path.join(settings.SITE_DIR, 'current/public/articles/article-1/index.html'), 'utf8');
  expect(page).toContain('As it was');
});
