import { fileSettings } from '../env.ts';
import { cursorOf } from '../snapshot/apply.ts';
import { markExpired, untilExpiry } from '../snapshot/expiry.ts';
import { heldChange } from '../snapshot/held.ts';
import { aborted } from './aborted.ts';
import { openBell } from './bell.ts';
import { builderId } from './builder-id.ts';
import type { Working } from './commands.ts';
import { backOff, feedClient, FeedProblem } from './feed-client.ts';
import { intakeOf } from './intake.ts';
import { openPreview } from './preview-server.ts';
import { openReceipts, receiptOf } from './receipts.ts';
import { bundleOf } from './releases.ts';
import { emptyReport } from './report.ts';
import { openSite } from './site.ts';
import { pull, pullToHead, type Intake } from './sync.ts';
import { openTurns, type Turns } from './turns.ts';
import { workOn } from './work.ts';

/** What a resident tells the supervisor. */
export type Word =
  /** The release is whole, and follows the feed. */
  | { is: 'caught-up' }
  /** Readers are on the release. */
  | { is: 'live' }
  /** What has changed needs another release. */
  | { is: 'outgrown' }
  /** The last word: up to where the site is. */
  | { is: 'at'; cursor: string | undefined };

/** What the supervisor tells a resident: to take over from one that has come so far. */
export interface TakeOver {
  from: string | undefined;
}

interface Residence {
  release: string;
  isLive: boolean;
  tell: (word: Word) => void;
  takeOver: Promise<TakeOver>;
}

/** Seconds for which the feed may hold an answer back. */
const longPoll = 25;
/** Milliseconds after which the clock is looked at again: it may have been put forward. */
const longestWait = 60_000;
/** Milliseconds of work after which what has arrived is taken in. */
const slice = 25;

const positionOf = (cursor: string | undefined) => Number(cursor?.split(':')[0] ?? 0);

/**
 * Keeps one release as the newsroom has it, until it is told to end. One that readers are not on yet is made whole first,
 * and waits there until it is told to take over.
 */
export async function reside(working: Working, residence: Residence): Promise<void> {
  const { settings, screen } = working;
  const over = new AbortController();
  const signal = AbortSignal.any([working.signal, over.signal]);
  const site = await openSite({
    siteDir: settings.SITE_DIR,
    release: residence.release,
    publicUrl: settings.PUBLIC_URL,
    screen,
    inPlace: Number(settings.SITE_IN_PLACE),
    files: fileSettings(settings),
    clockFile: settings.SITE_CLOCK,
  });
  const { snapshot, renderer } = site.workshop;
  let { isLive } = residence;
  const builder = { id: builderId(settings.SITE_DIR), release: bundleOf(residence.release) };
  const feed = feedClient(settings.FEED_URL, settings.FEED_TOKEN, signal, () =>
    isLive ? builder : { id: builder.id },
  );
  const queue = openTurns();
  const turns: Turns = (work) =>
    queue(async () => {
      const before = snapshot.rowsRead();
      const result = await work();
      rowsRead += snapshot.rowsRead() - before;
      return result;
    });
  /** Rung when there may be something to do, and when there is nothing. */
  const bell = openBell();
  const rest = openBell();
  const receipts = openReceipts(feed);
  let report = emptyReport();
  let rowsRead = 0;
  let arrivedAt: number | undefined;
  signal.addEventListener('abort', () => {
    bell.ring();
    rest.ring();
  });

  const intake: Intake = {
    ...intakeOf(site.workshop, feed),
    turns,
    onMissing: (sentence) => void screen.write(`${sentence}\n`),
    onTaken(at) {
      arrivedAt ??= at;
      site.agenda.reload();
      if (heldChange(snapshot)) residence.tell({ is: 'outgrown' });
      bell.ring();
    },
  };

  /** Asks the feed again and again. Readers keep what is there while it does not answer. */
  async function follow(ask: () => Promise<unknown>, isOver: () => boolean): Promise<void> {
    for (let failures = 0; !signal.aborted && !isOver();) {
      try {
        await ask();
        if (failures > 0) screen.write('The feed answers again.\n');
        failures = 0;
        receipts.sendWaiting();
        // Every answer is an occasion to look at the clock too.
        bell.ring();
      } catch (error) {
        if (signal.aborted) return;
        if (!(error instanceof FeedProblem)) throw error;
        if (failures++ === 0) screen.write(`${error.message} Trying again.\n`);
        await backOff(failures, signal).catch(() => undefined);
      }
    }
  }

  function tellDesk(): void {
    const isDone = arrivedAt !== undefined || (report.rendered + report.removed > 0 && site.agenda.waiting() === 0);
    if (!isLive || !isDone || !site.agenda.isCalm()) return;
    receipts.push(receiptOf(site, builder, report, arrivedAt ?? performance.now(), rowsRead));
    for (const { path, cause } of report.failed) screen.write(`${path} keeps its last good version: ${cause}\n`);
    report = emptyReport();
    rowsRead = 0;
    arrivedAt = undefined;
  }

  /** Milliseconds until time alone makes a page untrue. */
  const timeLeft = () => untilExpiry(snapshot, renderer.clock());

  async function work(): Promise<void> {
    while (!signal.aborted) {
      if (timeLeft() === 0 && markExpired(snapshot, renderer.clock()) > 0) site.agenda.reload();
      const wait = site.agenda.nextIn();
      if (wait === 0) await turns(() => workOn(site.workshop, site.agenda, report, slice));
      tellDesk();
      if (wait !== 0) {
        rest.ring();
        await bell.wait(wait ?? Math.min(timeLeft(), longestWait));
      }
      // Lets what has arrived in.
      else await new Promise(setImmediate);
    }
  }

  /** Brings a release that nobody is on to where the one before it has come, and gives it to readers. */
  async function goLive(): Promise<void> {
    let isWhole = false;
    await follow(
      async () => {
        await pullToHead(intake);
        isWhole = true;
      },
      () => isWhole,
    );
    if (signal.aborted) return;
    report = await site.render(signal);
    residence.tell({ is: 'caught-up' });
  }
  async function takeOver(): Promise<void> {
    const order = await Promise.race([residence.takeOver, aborted(signal)]);
    const isBehind = () =>
      positionOf(cursorOf(snapshot)) < positionOf(order?.from) || site.agenda.nextIn() !== undefined;
    while (!signal.aborted && isBehind()) await rest.wait();
    if (signal.aborted) return;
    await turns(() => site.goLive());
    isLive = true;
    // What it was made of may have been taken in by one that was killed, and the desk told nothing of it.
    arrivedAt ??= performance.now();
    bell.ring();
    await beLive();
  }

  let preview: Awaited<ReturnType<typeof openPreview>> | undefined;
  async function beLive(): Promise<void> {
    const { PREVIEW_PORT: port, FEED_TOKEN: token } = settings;
    if (port !== undefined)
      preview = await openPreview({ token, port: Number(port), snapshot, renderer, turns: queue });
    residence.tell({ is: 'live' });
    if (heldChange(snapshot)) residence.tell({ is: 'outgrown' });
  }

  try {
    if (isLive) {
      // One that was killed may have told the desk nothing of its last work.
      arrivedAt = performance.now();
      await beLive();
    } else {
      await goLive();
    }
    const endless = () => false;
    await Promise.all(
      [follow(() => pull(intake, longPoll), endless), work(), isLive ? undefined : takeOver()].map((part) =>
        Promise.resolve(part).catch((error: unknown) => {
          over.abort();
          throw error;
        }),
      ),
    );
  } finally {
    preview?.close();
    await turns(() => residence.tell({ is: 'at', cursor: cursorOf(snapshot) }));
    site.close();
  }
}
