import type { Change } from '@dateline/shared/feed';
import { routes } from '@dateline/shared/routes';
import { departureOf } from './departures.ts';
import type { Version } from './keys-of-change.ts';
import { markDirty, markLeft, type Lane } from './marks.ts';
import { predecessorsOf } from './merged.ts';
import type { Snapshot } from './open.ts';
import { hasPage, pageOf, redirectsPath, type PageKind } from './paths.ts';
import { isSharded, shardOf } from './shards.ts';

interface Slugs {
  slug: string | null;
  formerSlugs: string[];
}

const slugsOf = (version: Version | undefined): Slugs | undefined =>
  version && 'slug' in version.data ? { slug: version.data.slug, formerSlugs: version.data.formerSlugs } : undefined;

const everySlug = (slugs: Slugs | undefined) =>
  slugs ? [...(slugs.slug ? [slugs.slug] : []), ...slugs.formerSlugs] : [];

/** A change of where a document stands or stood. */
export interface SlugMove {
  kind: PageKind;
  id: string;
  before: Slugs | undefined;
  after: Slugs | undefined;
  /** Slugs that nothing is to be found at any more. */
  gone: string[];
  /** Every slug that may now belong to another document, be left, or be come back to. */
  touched: Set<string>;
  /** What had become of these; undefined where nothing was rendered yet, and the file of all that were left is made anyway. */
  fates: string | undefined;
}

const fatesOf = (snapshot: Snapshot, kind: PageKind, slugs: Iterable<string>) =>
  JSON.stringify(Array.from(slugs, (slug) => departureOf(snapshot, kind, slug)));

/** How a change moves a document, asked before the change is taken in; undefined where it does not. */
export function slugMove(
  snapshot: Snapshot,
  change: Change,
  before: Version | undefined,
  after: Version | undefined,
  isRead: boolean,
): SlugMove | undefined {
  const { kind, id } = change;
  if (!hasPage(kind)) return undefined;
  const [was, is] = [slugsOf(before), slugsOf(after)];
  if (change.op === 'put' && JSON.stringify(was) === JSON.stringify(is)) return undefined;
  const gone = change.op === 'remove' ? everySlug(change) : [];
  // Those that were merged into this one lead to where it stands.
  const led = [id, ...predecessorsOf(snapshot, kind, id)].flatMap((one) =>
    snapshot.all<{ slug: string }>('select slug from gone where id = ?', one),
  );
  const touched = new Set([...everySlug(was), ...everySlug(is), ...gone, ...led.map(({ slug }) => slug)]);
  return {
    kind,
    id,
    before: was,
    after: is,
    gone,
    touched,
    fates: isRead ? fatesOf(snapshot, kind, touched) : undefined,
  };
}

/** Keeps where a document stood, once the change is taken in, and marks the paths that it touches. */
export function keepSlugs(snapshot: Snapshot, move: SlugMove, lane: Lane): void {
  const { kind, id, before, after, gone, touched, fates } = move;
  const { run } = snapshot;
  run('delete from former where id = ?', id);
  run('delete from gone where id = ?', id);
  for (const slug of after?.formerSlugs ?? []) run('insert or ignore into former values (?, ?, ?)', kind, slug, id);
  for (const slug of gone) run('insert or ignore into gone values (?, ?, ?)', kind, slug, id);
  for (const slug of touched) {
    if (slug === after?.slug) markDirty(snapshot, pageOf[kind](slug), lane.batch);
    else markLeft(snapshot, pageOf[kind](slug), lane.readers);
  }
  if (isSharded(kind) && before?.slug !== after?.slug)
    markDirty(snapshot, routes.sitemapOfSubjects(shardOf(id)), lane.readers);
  // Most changes leave no address behind, and then the file of all that were left stays as it is.
  if (fates !== undefined && fatesOf(snapshot, kind, touched) !== fates)
    markDirty(snapshot, redirectsPath, lane.readers);
}
