import type { IncomingHttpHeaders } from 'node:http';
import { builderHeader, releaseHeader, releaseName } from '@dateline/shared/feed';
import { documentId } from '@dateline/shared/id';
import type { Pool } from 'pg';
import { seeBuilder, type Sighting } from './see-builder.ts';

/** Who sends a request, by its headers; undefined where it does not say. */
export function builderOf(headers: IncomingHttpHeaders): { id: string; release: string | undefined } | undefined {
  const id = documentId.safeParse(headers[builderHeader]);
  if (!id.success) return undefined;
  return { id: id.data, release: releaseName.safeParse(headers[releaseHeader]).data };
}

/** In milliseconds: a builder that asks without end is written down no more often. */
const pause = 5_000;
const most = 1_000;

/** Tells which sightings say enough that is new: a busy builder costs a write only every few seconds. */
export function newsOf(now: () => number = () => performance.now()): (sighting: Sighting) => boolean {
  const seen = new Map<string, { at: number; isWaiting: boolean }>();
  return ({ id, isWaiting = false }) => {
    const last = seen.get(id);
    const at = now();
    if (last && at - last.at < pause && (last.isWaiting || !isWaiting)) return false;
    if (seen.size >= most) seen.clear();
    seen.set(id, { at, isWaiting });
    return true;
  };
}

/** Writes down who asks the feed, at most every few seconds each. */
export function presence() {
  const isNews = newsOf();
  return async (pool: Pool, headers: IncomingHttpHeaders, isWaiting: boolean): Promise<void> => {
    const builder = builderOf(headers);
    if (builder && isNews({ ...builder, isWaiting })) await seeBuilder(pool, { ...builder, isWaiting });
  };
}
