import type { Change } from '@dateline/shared/feed';
import type { Media } from '@dateline/shared/media';
import { versionOf, type MediaFile } from '../snapshot/apply.ts';
import type { Snapshot } from '../snapshot/open.ts';
import { failpoint } from './failpoint.ts';
import type { FeedClient } from './feed-client.ts';
import { hashOf, type Target } from './target.ts';

interface Place {
  feed: FeedClient;
  snapshot: Snapshot;
  target: Target;
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

async function fetchOne(place: Place, media: Media): Promise<MediaFile[]> {
  const inPlace = filesInPlace(place, media);
  if (inPlace && inPlace.length === media.sizes.length) return inPlace;
  const files = await Promise.all(
    media.sizes.map(async ({ name, width, height, mime }) => {
      const bytes = await place.feed.media(media.id, name);
      if (!bytes) return [];
      const file = `/media/${hashOf(bytes)}.${extensions[mime]}`;
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
