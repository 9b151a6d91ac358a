import type { Receipt } from '@dateline/shared/feed';
import type { BuilderSettings } from '../env.ts';
import { cursorOf } from '../snapshot/apply.ts';
import { backOff, feedClient, FeedProblem } from './feed-client.ts';
import { lockSite } from './lock.ts';
import { progressOn, type Screen } from './progress.ts';
import type { Published } from './publish.ts';
import { openSite, type Site } from './site.ts';
import { pull, pullToHead, type Arrival, type Intake } from './sync.ts';

export interface Working {
  settings: BuilderSettings;
  screen: Screen;
  /** Ends the work at the next safe moment. */
  signal: AbortSignal;
}

/** Seconds for which the feed may hold an answer back. */
const longPoll = 25;

async function open({ settings, screen, signal }: Working) {
  const lock = lockSite(settings.SITE_DIR);
  const site = await openSite({
    siteDir: settings.SITE_DIR,
    bundle: settings.SITE_BUNDLE,
    publicUrl: settings.PUBLIC_URL,
    screen,
  });
  const { snapshot, renderer, outlet } = site.workshop;
  const feed = feedClient(settings.FEED_URL, settings.FEED_TOKEN, signal);
  const intake: Intake = { feed, snapshot, outlet, cache: renderer.cache };
  const close = () => {
    site.close();
    lock.release();
  };
  return { site, intake, close };
}

function receiptOf(intake: Intake, published: Published, arrival: Arrival): Receipt | undefined {
  const cursor = cursorOf(intake.snapshot);
  if (!cursor) return undefined;
  const { written, removed, failed } = published;
  return {
    cursor,
    paths: [...written, ...removed].slice(0, 100),
    written: written.length,
    removed: removed.length,
    failed,
    milliseconds: Math.round((performance.now() - arrival.at) * 100) / 100,
  };
}

async function deliver(site: Site, intake: Intake, arrival: Arrival): Promise<Published> {
  const published = await site.publish();
  const receipt = receiptOf(intake, published, arrival);
  if (receipt) await intake.feed.receipt(receipt);
  return published;
}

/** Takes in all that the feed has and renders every page. Throws where the feed cannot be read or a page fails. */
export async function build(working: Working): Promise<void> {
  const { site, intake, close } = await open(working);
  try {
    const progress = progressOn(working.screen, 'Reading the feed');
    const arrival = await pullToHead({ ...intake, onProgress: (changes) => progress.at(changes, changes) });
    progress.end(`${arrival.changes} changes read from the feed.`);
    site.markEverything();
    const { failed } = await deliver(site, intake, arrival);
    if (failed.length > 0) throw new Error(`${failed.length} pages could not be rendered; the others are in place.`);
  } finally {
    close();
  }
}

/**
 * Keeps the site as the newsroom has it, until it is told to end. A feed that cannot be reached is asked
 * again and again; readers keep what is there.
 * @param onReady Called once readers have a whole site.
 */
export async function watch(working: Working, onReady: () => void): Promise<void> {
  const { screen, signal } = working;
  const { site, intake, close } = await open(working);
  let failures = 0;
  let ready = false;
  try {
    while (!signal.aborted) {
      try {
        const arrival = ready ? await pull(intake, longPoll) : await pullToHead(intake);
        if (failures > 0) screen.write('The feed answers again.\n');
        failures = 0;
        if (arrival.changes > 0 || !ready) await deliver(site, intake, arrival);
      } catch (error) {
        if (signal.aborted) break;
        if (!(error instanceof FeedProblem)) throw error;
        if (failures++ === 0) screen.write(`${error.message} Trying again.\n`);
        if (!ready && !site.isEmpty()) await site.publish();
        else {
          await backOff(failures, signal).catch(() => undefined);
          continue;
        }
      }
      if (!ready) {
        ready = true;
        onReady();
      }
    }
  } finally {
    close();
  }
}
