import type { Change } from '@dateline/shared/feed';
import type { Media } from '@dateline/shared/media';
import { applyBatch, cursorOf, forgetDocuments, keepCursor, versionOf, type MediaFile } from '../snapshot/apply.ts';
import type { DocumentCache } from '../snapshot/answers.ts';
import type { Snapshot } from '../snapshot/open.ts';
import { hashOf, placeFile, type Outlet } from './deploy.ts';
import { CursorUnknown, type FeedClient } from './feed-client.ts';

export interface Intake {
  feed: FeedClient;
  snapshot: Snapshot;
  outlet: Outlet;
  cache: DocumentCache;
  onProgress?: (changes: number) => void;
}

/** How many changes are taken in at once while a long answer arrives. */
const batchSize = 500;

const extensions = {
  'image/jpeg': 'jpg',
  'image/png': 'png',
  'image/webp': 'webp',
  'image/avif': 'avif',
  'image/gif': 'gif',
} as const;

function filesInPlace({ snapshot }: Intake, media: Media): MediaFile[] | undefined {
  const before = versionOf(snapshot, 'media', media.id)?.data as Media | undefined;
  if (before?.revision !== media.revision || JSON.stringify(before.sizes) !== JSON.stringify(media.sizes))
    return undefined;
  return snapshot.all<MediaFile>('select name, file, width, height, mime from media_files where media = ?', media.id);
}

/** Brings an image's files to the output, under names made of their bytes. Pages that show them come later. */
async function fetchFiles(intake: Intake, media: Media): Promise<MediaFile[]> {
  const inPlace = filesInPlace(intake, media);
  if (inPlace && inPlace.length === media.sizes.length) return inPlace;
  const files = await Promise.all(
    media.sizes.map(async ({ name, width, height, mime }) => {
      const bytes = await intake.feed.media(media.id, name);
      if (!bytes) return [];
      const file = `/media/${hashOf(bytes)}.${extensions[mime]}`;
      placeFile(intake.outlet, file, bytes);
      return [{ name, file, width, height, mime }];
    }),
  );
  return files.flat();
}

async function takeIn(intake: Intake, changes: Change[]): Promise<void> {
  const files = new Map<string, MediaFile[]>();
  for (const change of changes) {
    if (change.op === 'put' && change.kind === 'media') files.set(change.id, await fetchFiles(intake, change.data));
  }
  applyBatch(intake.snapshot, { changes, files });
  for (const { kind, id } of changes) intake.cache.delete(`${kind}:${id}`);
}

/** What one answer of the feed brought, and when its first change arrived (of `performance.now()`). */
export interface Arrival {
  changes: number;
  at: number;
}

/**
 * Takes in one answer of the feed. Where the feed does not know the cursor, documents are forgotten and read anew.
 * @param wait Seconds for which the feed may hold its answer back until there is a change.
 */
export async function pull(intake: Intake, wait: number): Promise<Arrival> {
  const arrival: Arrival = { changes: 0, at: performance.now() };
  let changes: Change[] = [];
  const flush = async () => {
    await takeIn(intake, changes);
    changes = [];
    intake.onProgress?.(arrival.changes);
  };
  try {
    for await (const line of intake.feed.lines(cursorOf(intake.snapshot), wait)) {
      if (line.op === 'head') {
        await flush();
        if (line.cursor) keepCursor(intake.snapshot, line.cursor);
        return arrival;
      }
      if (arrival.changes++ === 0) arrival.at = performance.now();
      changes.push(line);
      if (changes.length >= batchSize) await flush();
    }
  } catch (error) {
    if (!(error instanceof CursorUnknown)) throw error;
    forgetDocuments(intake.snapshot);
    intake.cache.clear();
    return pull(intake, 0);
  }
  // The answer was cut off. What came whole counts; the rest comes with the next.
  await flush();
  return arrival;
}

/** Takes in answers until the feed has nothing more. */
export async function pullToHead(intake: Intake): Promise<Arrival> {
  const first = await pull(intake, 0);
  for (let last = first; last.changes > 0;) {
    last = await pull(intake, 0);
    first.changes += last.changes;
  }
  return first;
}
