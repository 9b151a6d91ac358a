import { readdirSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { feedClient } from '../../site/builder/feed-client.ts';
import { intakeOf } from '../../site/builder/intake.ts';
import { perform } from '../../site/builder/perform.ts';
import { pendingAfter, recordDone } from '../../site/snapshot/routes.ts';
import { pullToHead } from '../../site/builder/sync.ts';
import { startBuilder } from '../support/builder-process.ts';
import { buildFully, builderSettings, fill, freshFeed, openSiteOf } from '../support/builder.ts';
import { clockAt } from '../support/clock.ts';
import { filesOf } from '../support/site-files.ts';

test('many processes write the bytes, and record the dependencies, that one does', async () => {
  const feed = await freshFeed();
  fill(feed, 520);
  // Both at one moment: what the clock says is a dependency too.
  const { file: SITE_CLOCK } = await clockAt('2026-11-25T08:00:00.000Z');
  const shared = await buildFully(feed, { SITE_CLOCK });

  const settings = { ...(await builderSettings(feed)), SITE_CLOCK };
  const site = await openSiteOf(settings);
  const { workshop, release } = site;
  await pullToHead(intakeOf(workshop, feedClient(feed.url, feed.token, new AbortController().signal)));
  for (const pending of pendingAfter(workshop.snapshot, '', 10_000)) {
    const outcome = await perform(workshop, site.agenda.taskOf(pending));
    if ('failed' in outcome) throw new Error(outcome.failed);
    recordDone(workshop.snapshot, [outcome]);
  }
  expect(filesOf(shared.publicDir)).toEqual(filesOf(release.publicDir));

  const read = `select path, keys.key, bound, ceiling from dependencies
    join routes on routes.id = route join keys on keys.id = dependencies.key order by path, keys.key`;
  const alone = workshop.snapshot.all(read);
  site.close();
  const other = await openSiteOf(shared.settings);
  expect(other.workshop.snapshot.all(read)).toEqual(alone);
  expect(alone.length).toBeGreaterThan(3000);
  other.close();
});

test('a build by many processes that is killed goes on where it was', async () => {
  const feed = await freshFeed();
  fill(feed, 2_100);
  const { file: SITE_CLOCK } = await clockAt('2026-11-25T08:00:00.000Z');
  const settings = { ...(await builderSettings(feed)), SITE_CLOCK, SITE_PRECOMPRESS: 'false' as const };

  // Of what is written down at once there is one part before the end.
  const killed = startBuilder(settings, { SITE_FAILPOINT: 'before record 2' }, 'build');
  expect(await killed.ended).toEqual([null, 'SIGKILL']);
  await killed.silent;
  expect(killed.errors()).toContain('before record');
  expect(readdirSync(settings.SITE_DIR), 'nobody is on half a site').not.toContain('current');

  // The next one loses one of those that it shares the work with, and says so.
  const second = startBuilder(settings, { SITE_FAILPOINT: 'after rename 50' }, 'build');
  expect(await second.ended).toEqual([1, null]);

  const third = startBuilder(settings, {}, 'build');
  expect(await third.ended).toEqual([0, null]);
  const [receipt] = feed.receipts;
  const files = filesOf(path.join(settings.SITE_DIR, 'current', 'public'));
  const whole = await buildFully(feed, { SITE_CLOCK, SITE_PRECOMPRESS: 'false' });
  expect(files).toEqual(filesOf(whole.publicDir));
  const all = feed.receipts.at(-1)?.rendered ?? 0;
  expect(all).toBeGreaterThan(2_100);
  expect(receipt?.rendered, 'the part that was written down is not done again').toBeLessThan(all - 1_900);
});
