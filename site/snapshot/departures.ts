import { successorsOf } from './merged.ts';
import type { Snapshot } from './open.ts';
import { pageOf, type PageKind } from './paths.ts';

/** A former path with where it leads, or one that is gone for good. */
export interface Departure {
  from: string;
  to: string | undefined;
}

/** The address of a document, or of the one that answers for it since it was merged; undefined where neither is published. */
function addressOf(snapshot: Snapshot, kind: PageKind, id: string): string | undefined {
  for (const one of [id, ...successorsOf(snapshot, kind, id)]) {
    const row = snapshot.get<{ slug: string }>('select slug from documents where kind = ? and id = ?', kind, one);
    if (row) return pageOf[kind](row.slug);
  }
  return undefined;
}

/** Where a former slug leads: to the document that bears it last, by id, if it is published; or to whom one that bore it was merged into. */
export function destinationOf(snapshot: Snapshot, kind: PageKind, slug: string): string | undefined {
  for (const table of ['former', 'gone']) {
    const bearers = `select id from ${table} where kind = ? and slug = ? order by id desc`;
    for (const { id } of snapshot.all<{ id: string }>(bearers, kind, slug)) {
      const address = addressOf(snapshot, kind, id);
      if (address) return address;
    }
  }
  return undefined;
}

/** Whether a document stands at a slug. */
export const isSlug = ({ get }: Snapshot, kind: PageKind, slug: string) =>
  get('select 1 from documents where kind = ? and slug = ? limit 1', kind, slug) !== undefined;

/** What has become of a slug that was left; undefined where it was not, or something stands there again. */
export function departureOf(snapshot: Snapshot, kind: PageKind, slug: string): Departure | undefined {
  if (isSlug(snapshot, kind, slug)) return undefined;
  const wasLeft = ['former', 'gone'].some((table) =>
    snapshot.get(`select 1 from ${table} where kind = ? and slug = ? limit 1`, kind, slug),
  );
  return wasLeft ? { from: pageOf[kind](slug), to: destinationOf(snapshot, kind, slug) } : undefined;
}

/** Former paths with where they lead, and paths that are gone for good, in the order of their bytes. */
export function departures(snapshot: Snapshot): Departure[] {
  const left = snapshot.all<{ kind: PageKind; slug: string }>(
    `select kind, slug from (select kind, slug from former union select kind, slug from gone) as was
     where not exists (select 1 from documents where documents.kind = was.kind and documents.slug = was.slug)`,
  );
  return left
    .map(({ kind, slug }) => ({ from: pageOf[kind](slug), to: destinationOf(snapshot, kind, slug) }))
    .sort((a, b) => (a.from < b.from ? -1 : 1));
}
