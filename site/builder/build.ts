import { fileSettings } from '../env.ts';
import type { Working } from './commands.ts';
import { feedClient } from './feed-client.ts';
import { heldChange } from '../snapshot/held.ts';
import { builderId } from './builder-id.ts';
import { keepBundle } from './bundles.ts';
import { intakeOf } from './intake.ts';
import { lockSite } from './lock.ts';
import { wantedBundle } from './pin.ts';
import { progressOn } from './progress.ts';
import { receiptOf, sendReceipt } from './receipts.ts';
import { bundleOf, liveRelease, nextRelease } from './releases.ts';
import { openSite } from './site.ts';
import { pullToHead } from './sync.ts';

/**
 * Brings the site to what the feed has, and ends: from nothing, or from where an earlier build left it, of which only what
 * has changed since is rendered. Throws where the feed cannot be read or a page fails.
 */
export async function build(working: Working): Promise<void> {
  const { SITE_DIR: siteDir, SITE_BUNDLE, PUBLIC_URL } = working.settings;
  const lock = lockSite(siteDir);
  try {
    const bundle = wantedBundle(siteDir, await keepBundle(siteDir, SITE_BUNDLE, PUBLIC_URL));
    const current = liveRelease(siteDir);
    const isOurs = current !== undefined && bundleOf(current) === bundle;
    const isDone = await bring(working, isOurs ? current : nextRelease(siteDir, bundle));
    if (!isDone) await bring(working, nextRelease(siteDir, bundle));
  } finally {
    lock.release();
  }
}

/** Brings a release up to date. Returns false where what has changed needs another one. */
async function bring(working: Working, release: string): Promise<boolean> {
  const { settings, screen, signal } = working;
  const site = await openSite({
    siteDir: settings.SITE_DIR,
    release,
    publicUrl: settings.PUBLIC_URL,
    screen,
    files: fileSettings(settings),
    inPlace: Number(settings.SITE_IN_PLACE),
    clockFile: settings.SITE_CLOCK,
  });
  try {
    const builder = { id: builderId(settings.SITE_DIR), release: bundleOf(release) };
    const feed = feedClient(settings.FEED_URL, settings.FEED_TOKEN, signal, () => builder);
    const intake = intakeOf(site.workshop, feed);
    const progress = progressOn(screen, 'Reading the feed');
    const onMissing = (sentence: string) => void screen.write(`${sentence}\n`);
    const arrival = await pullToHead({ ...intake, onMissing, onProgress: (changes) => progress.at(changes) });
    progress.end(`${arrival.changes} changes read from the feed.`);
    if (heldChange(site.workshop.snapshot)) return false;
    const report = await site.render(signal);
    await site.goLive();
    const receipt = receiptOf(site, builder, report, arrival.at);
    if (receipt) await sendReceipt(feed, receipt, working);
    if (report.failed.length > 0)
      throw new Error(`${report.failed.length} pages could not be rendered; the others are in place.`);
    return true;
  } finally {
    site.close();
  }
}
