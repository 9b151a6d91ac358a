import type { Change } from '@dateline/shared/feed';
import type { Media } from '@dateline/shared/media';
import { versionOf, type MediaFile } from '../snapshot/apply.ts';
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
  return snapshot.all<MediaFile>('select name, file, width, height, mime from media_files where media = ?', media.id);
}

/** Keeps a file that another image had, which was deleted: the builder may be about to take it away, and does so before it is put. */
async function keepFile({ snapshot, turns }: Place, file: string): Promise<void> {
  const isLeft = () => snapshot.get('select 1 from dirty where path = ?', file) !== undefined;
  const keep = () => snapshot.run('delete from dirty where path = ?', file);
  if (isLeft()) await (turns ? turns(keep) : keep());
}

async function fetchOne(place: Place, media: Media): Promise<MediaFile[]> {
  const inPlace = filesInPlace(place, media);
  if (inPlace && inPlace.length === media.sizes.length) return inPlace;
  const files = await Promise.all(
    media.sizes.map(async ({ name, width, height, mime }) => {
      const bytes = await place.feed.media(media.id, name);
      if (!bytes) return [];
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
 * @returns Each image's files, by its id.
 */
export async function fetchFiles(place: Place, changes: readonly Change[]): Promise<Map<string, MediaFile[]>> {
  const media = changes.flatMap((change) => (change.op === 'put' && change.kind === 'media' ? [change.data] : []));
  const files = new Map<string, MediaFile[]>();
  for (let at = 0; at < media.length; at += atOnce) {
    const some = media.slice(at, at + atOnce).map(async (one) => files.set(one.id, await fetchOne(place, one)));
    await Promise.all(some);
  }
  return files;
}
