import type { Receipt } from '@dateline/shared/feed';
import { cursorOf } from '../snapshot/apply.ts';
import type { Working } from './commands.ts';
import { failpoint } from './failpoint.ts';
import { backOff, FeedProblem, type BuilderName, type FeedClient } from './feed-client.ts';
import type { Report } from './report.ts';
import type { Site } from './site.ts';

/**
 * What the desk is told of work that is done.
 * @param since When the first change of it arrived, of `performance.now()`.
 * @param rowsRead Rows of the snapshot that were read for it, where this process alone did the work.
 */
export function receiptOf(
  site: Site,
  builder: BuilderName,
  report: Report,
  since: number,
  rowsRead?: number,
): Receipt | undefined {
  const cursor = cursorOf(site.workshop.snapshot);
  if (!cursor) return undefined;
  const { paths, written, removed, failed, rendered } = report;
  return {
    cursor,
    paths,
    written,
    removed,
    failed,
    milliseconds: Math.round((performance.now() - since) * 100) / 100,
    builder: builder.id,
    release: builder.release,
    rendered,
    ...(rowsRead !== undefined && { rowsRead }),
    pending: site.agenda.waiting(),
  };
}

const attempts = 5;

/** Sends the receipt of a site that is in place. That the desk cannot be told is said, and undoes nothing. */
export async function sendReceipt(feed: FeedClient, receipt: Receipt, { screen, signal }: Working): Promise<void> {
  for (let failures = 1; ; failures++) {
    try {
      return await feed.receipt(receipt);
    } catch (error) {
      if (!(error instanceof FeedProblem)) throw error;
      if (failures === attempts) {
        screen.write(`The site is in place, but the desk could not be told of it. ${error.message}\n`);
        return;
      }
    }
    await backOff(failures, signal);
  }
}

/** How many receipts wait for a desk that does not answer; the oldest go first. */
const kept = 100;

/** Sends receipts in their order, beside the work that they tell of. One that does not get through is sent with the next. */
export function openReceipts(feed: FeedClient) {
  const waiting: Receipt[] = [];
  let sending: Promise<void> | undefined;
  async function send(): Promise<void> {
    for (let receipt = waiting[0]; receipt; receipt = waiting[0]) {
      failpoint('before receipt');
      await feed.receipt(receipt);
      waiting.splice(waiting.indexOf(receipt), 1);
    }
  }
  return {
    push(receipt: Receipt | undefined): void {
      if (receipt) waiting.push(receipt);
      if (waiting.length > kept) waiting.shift();
      this.sendWaiting();
    },
    /** Tries again what did not get through. */
    sendWaiting(): void {
      sending ??= send()
        .catch((error: unknown) => {
          // The feed is asked all the time, and says by itself what is wrong with it.
          if (!(error instanceof FeedProblem) && !(error instanceof DOMException)) throw error;
        })
        .finally(() => (sending = undefined));
    },
  };
}
