import type { Change } from '@dateline/shared/feed';
import type { Media } from '@dateline/shared/media';
import { filesOf, versionOf, type MediaFile } from '../snapshot/apply.ts';
import type { Snapshot } from '../snapshot/open.ts';
import { failpoint } from './failpoint.ts';
import type { FeedClient } from './feed-client.ts';
import { hashOf, type Target } from './target.ts';
import type { Turns } from './turns.ts';

interface Place {
  feed: FeedClient;
  snapshot: Snapshot;
  target: Target;
  turns?: Turns;
}

/** How many images are fetched at the same time. */
const atOnce = 8;

const extensions = {
  'image/jpeg': 'jpg',
  'image/png': 'png',
  'image/webp': 'webp',
  'image/avif': 'avif',
  'image/gif': 'gif',
} as const;

function filesInPlace({ snapshot }: Place, media: Media): MediaFile[] | undefined {
  const before = versionOf(snapshot, 'media', media.id)?.data as Media | undefined;
  if (before?.revision !== media.revision || JSON.stringify(before.sizes) !== JSON.stringify(media.sizes))
    return undefined;
  return filesOf(snapshot, media.id);
}

/** Keeps a file that another image had, which was deleted: the builder may be about to take it away, and does so before it is put. */
async function keepFile({ snapshot, turns }: Place, file: string): Promise<void> {
  const isLeft = () => snapshot.get('select 1 from dirty where path = ?', file) !== undefined;
  const keep = () => snapshot.run('delete from dirty where path = ?', file);
  if (isLeft()) await (turns ? turns(keep) : keep());
}

/** What came of the images among some changes. */
export interface Fetched {
  /** By the image's id. */
  files: Map<string, MediaFile[]>;
  /** The images of which the newsroom could not read a file now. */
  unreadable: Set<string>;
  /** A sentence for each file that is missing. */
  missing: string[];
}

async function fetchOne(
  place: Place,
  media: Media,
  { unreadable, missing }: Fetched,
  tries?: number,
): Promise<MediaFile[]> {
  const inPlace = filesInPlace(place, media);
  if (inPlace && inPlace.length === media.sizes.length) return inPlace;
  const files = await Promise.all(
    media.sizes.map(async ({ name, width, height, mime }) => {
      const bytes = await place.feed.media(media.id, name, tries);
      const what = `The file “${name}” of the image ${media.id}`;
      if (bytes === 'gone') {
        missing.push(`${what} is missing at the newsroom. Upload the image again.`);
        return [];
      }
      if (bytes === 'unreadable') {
        unreadable.add(media.id);
        missing.push(`${what} cannot be read by the newsroom, whose log says why. It is asked for again.`);
        return [];
      }
      const file = `/media/${hashOf(bytes)}.${extensions[mime]}`;
      await keepFile(place, file);
      await place.target.put(file, bytes);
      failpoint('image placed');
      return [{ name, file, width, height, mime }];
    }),
  );
  return files.flat();
}

/**
 * Brings the files of the images among some changes to the output, under names made of their bytes. Pages that show them come later.
 * @param tries How often to ask for a file that cannot be read.
 */
export async function fetchFiles(place: Place, changes: readonly Change[], tries?: number): Promise<Fetched> {
  const media = changes.flatMap((change) => (change.op === 'put' && change.kind === 'media' ? [change.data] : []));
  const fetched: Fetched = { files: new Map(), unreadable: new Set(), missing: [] };
  for (let at = 0; at < media.length; at += atOnce) {
    const some = media
      .slice(at, at + atOnce)
      .map(async (one) => fetched.files.set(one.id, await fetchOne(place, one, fetched, tries)));
    await Promise.all(some);
  }
  return fetched;
}
