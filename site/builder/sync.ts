import type { Change } from '@dateline/shared/feed';
import { applyBatch, cursorOf } from '../snapshot/apply.ts';
import { doubtDocuments, sweep } from '../snapshot/resync.ts';
import type { DocumentCache } from '../snapshot/answers.ts';
import type { Snapshot } from '../snapshot/open.ts';
import { unreadableMedia } from '../snapshot/unreadable.ts';
import { failpoint } from './failpoint.ts';
import { CursorUnknown, FeedProblem, type FeedClient } from './feed-client.ts';
import { fetchFiles, type Fetched } from './fetch-files.ts';
import type { Target } from './target.ts';
import type { Turns } from './turns.ts';

export interface Intake {
  feed: FeedClient;
  snapshot: Snapshot;
  target: Target;
  cache: DocumentCache;
  /** Keeps changes out while a page is rendered: it is made of one state of the newsroom. */
  turns?: Turns;
  /** Told when changes were taken in, with when the first of them arrived (of `performance.now()`). */
  onTaken?: (at: number) => void;
  onProgress?: (changes: number) => void;
  /** Told in a sentence what is missing of what was taken in. */
  onMissing?: (sentence: string) => void;
}

/** How many changes are taken in at once while a long answer arrives: one commit for them, and little memory. */
const batchSize = 1_000;

const inTurn = ({ turns }: Intake, work: () => void) => (turns ? turns(work) : work());

/** Files that are named at a time. Where a disk is away, there are as many as the archive has images. */
const named = 10;

function sayMissing({ onMissing }: Intake, sentences: readonly string[]): void {
  for (const sentence of sentences.slice(0, named)) onMissing?.(sentence);
  if (sentences.length > named) onMissing?.(`So it is with ${sentences.length - named} more files of images.`);
}

async function takeIn(intake: Intake, changes: Change[], at: number): Promise<void> {
  const fetched = await fetchFiles(intake, changes);
  sayMissing(intake, fetched.missing);
  await keep(intake, changes, fetched, at);
}

async function keep(intake: Intake, changes: Change[], { files, unreadable }: Fetched, at: number): Promise<void> {
  if (files.size > 0) await intake.target.settle();
  await inTurn(intake, () => {
    applyBatch(intake.snapshot, { changes, files, unreadable });
    for (const { kind, id } of changes) intake.cache.delete(`${kind}:${id}`);
    if (changes.length > 0) intake.onTaken?.(at);
  });
}

/** Images that are asked for again at a time. */
const again = 8;

/** Asks once more for images of which a file could not be read. */
async function askAgain(intake: Intake): Promise<void> {
  const cursor = cursorOf(intake.snapshot);
  const at = performance.now();
  const changes = cursor === undefined ? [] : unreadableMedia(intake.snapshot, cursor, again);
  if (changes.length === 0) return;
  const fetched = await fetchFiles(intake, changes, 1);
  const mended = changes.filter(({ id }) => !fetched.unreadable.has(id));
  if (mended.length > 0) await keep(intake, mended, fetched, at);
}

/** What one answer of the feed brought, and when its first change arrived (of `performance.now()`). */
export interface Arrival {
  changes: number;
  at: number;
  /** Whether the feed was read to its head; otherwise the answer was cut off, and the rest comes with the next. */
  isWhole: boolean;
}

/**
 * Takes in one answer of the feed. Where the feed does not know the cursor, everything is read anew, and
 * what did not come again is taken away at the end.
 * @param wait Seconds for which the feed may hold its answer back until there is a change.
 * @throws {@link FeedProblem} Where the answer breaks off before anything came.
 */
export async function pull(intake: Intake, wait: number): Promise<Arrival> {
  const arrival: Arrival = { changes: 0, at: performance.now(), isWhole: false };
  let changes: Change[] = [];
  const flush = async () => {
    await takeIn(intake, changes, arrival.at);
    changes = [];
    intake.onProgress?.(arrival.changes);
  };
  try {
    for await (const line of intake.feed.lines(cursorOf(intake.snapshot), wait)) {
      if (line.op === 'head') {
        await flush();
        const { cursor } = line;
        await inTurn(intake, () => {
          if (sweep(intake.snapshot, cursor)) {
            intake.cache.clear();
            intake.onTaken?.(arrival.at);
          }
        });
        await askAgain(intake);
        return { ...arrival, isWhole: true };
      }
      failpoint('feed line read');
      if (arrival.changes++ === 0) arrival.at = performance.now();
      changes.push(line);
      if (changes.length >= batchSize) await flush();
    }
  } catch (error) {
    if (error instanceof CursorUnknown) {
      await inTurn(intake, () => doubtDocuments(intake.snapshot));
      return pull(intake, 0);
    }
    // What came whole before an answer broke off counts, so that a connection which never holds for long gets there too.
    if (!(error instanceof FeedProblem) || changes.length === 0) throw error;
  }
  if (arrival.changes === 0) throw new FeedProblem("The feed's answer broke off before its first line was whole.");
  await flush();
  return arrival;
}

/** Takes in answers until the feed has nothing more. */
export async function pullToHead(intake: Intake): Promise<Arrival> {
  const all = await pull(intake, 0);
  for (let last = all; !last.isWhole || last.changes > 0;) {
    last = await pull(intake, 0);
    all.changes += last.changes;
  }
  return { ...all, isWhole: true };
}
