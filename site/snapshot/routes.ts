import { top, type Dependency } from './keys-of-change.ts';
import type { Snapshot } from './open.ts';
import { documentAt, headersPath, monthAt, pageKinds, pageOf, redirectsPath, type PageKind } from './paths.ts';
import { routes as shared } from '@dateline/shared/routes';

/** What stands at a path, as the documents have it. */
export type Standing =
  | { is: 'page' }
  /** A file that the builder writes by itself. */
  | { is: 'own' }
  | { is: 'redirect'; to: string }
  /** No file: nothing ever stood here, or it was taken away. */
  | { is: 'nothing' };

/** Where a former slug leads: to the document that bears it last, by id, if it is published. */
function successorOf({ get }: Snapshot, kind: PageKind, slug: string): string | undefined {
  const row = get<{ slug: string }>(
    'select documents.slug from former join documents using (kind, id) where former.kind = ? and former.slug = ? order by id desc limit 1',
    kind,
    slug,
  );
  return row && pageOf[kind](row.slug);
}

const isSlug = ({ get }: Snapshot, kind: PageKind, slug: string) =>
  get('select 1 from documents where kind = ? and slug = ? limit 1', kind, slug) !== undefined;

/**
 * What stands at a path.
 * @param fixed The paths of the bundle's pages that no document stands behind.
 */
export function standingOf(snapshot: Snapshot, fixed: ReadonlySet<string>, path: string): Standing {
  if (path === redirectsPath || path === headersPath) return { is: 'own' };
  if (fixed.has(path)) return { is: 'page' };
  const month = monthAt(path);
  if (month) return snapshot.get('select 1 from months where month = ?', month) ? { is: 'page' } : { is: 'nothing' };
  const document = documentAt(path);
  if (!document) return { is: 'nothing' };
  if (isSlug(snapshot, document.kind, document.slug)) return { is: 'page' };
  const to = successorOf(snapshot, document.kind, document.slug);
  return to ? { is: 'redirect', to } : { is: 'nothing' };
}

/** Every path at which something stands. */
function everyPath(snapshot: Snapshot, fixed: ReadonlySet<string>): string[] {
  const paths = new Set([...fixed, redirectsPath, headersPath]);
  for (const kind of pageKinds) {
    const slugs = snapshot.all<{ slug: string }>(
      'select slug from documents where kind = ? union select slug from former where kind = ?',
      kind,
      kind,
    );
    for (const { slug } of slugs) paths.add(pageOf[kind](slug));
  }
  for (const { month } of snapshot.all<{ month: string }>('select month from months')) paths.add(shared.archive(month));
  return [...paths];
}

/** Former paths with where they lead, and paths that are gone for good (`to` undefined), by path. */
export function departures(snapshot: Snapshot): { from: string; to: string | undefined }[] {
  const left = snapshot.all<{ kind: PageKind; slug: string }>(
    'select kind, slug from former union select kind, slug from gone',
  );
  return left
    .filter(({ kind, slug }) => !isSlug(snapshot, kind, slug))
    .map(({ kind, slug }) => ({ from: pageOf[kind](slug), to: successorOf(snapshot, kind, slug) }))
    .sort((a, b) => (a.from < b.from ? -1 : 1));
}

/** What the builder did at a path. */
export interface Done {
  path: string;
  /** Of the bytes in place; undefined where the file was taken away. */
  hash: string | undefined;
  dependencies: readonly Dependency[];
}

/** Writes down what was done, and takes the dirty marks away: only once the files are in place. */
export function recordDone(snapshot: Snapshot, done: readonly Done[]): void {
  const { run, get } = snapshot;
  snapshot.transaction(() => {
    for (const { path, hash, dependencies } of done) {
      run('delete from dependencies where route = (select id from routes where path = ?)', path);
      run('delete from dirty where path = ?', path);
      if (hash === undefined) {
        run('delete from routes where path = ?', path);
        continue;
      }
      const row = get<{ id: number }>(
        'insert into routes (path, hash) values (?, ?) on conflict (path) do update set hash = excluded.hash, failed = null returning id',
        path,
        hash,
      );
      if (!row) throw new Error(`The snapshot lost the route ${path}.`);
      for (const { key, bound, ceiling } of dependencies) {
        // Where a list was read twice, one window takes in both.
        run(
          `insert into dependencies values (?, ?, ?, ?)
           on conflict do update set bound = min(bound, excluded.bound), ceiling = max(ceiling, excluded.ceiling)`,
          key,
          row.id,
          bound ?? '',
          ceiling ?? top,
        );
      }
    }
  });
}

/** Writes down that a path's page could not be rendered. Its last good version stays, and it is tried again with the next batch. */
export function recordFailure(snapshot: Snapshot, path: string, cause: string): void {
  snapshot.transaction(() => {
    snapshot.run(
      'insert into routes (path, failed) values (?, ?) on conflict (path) do update set failed = excluded.failed',
      path,
      cause,
    );
    snapshot.run('delete from dirty where path = ?', path);
  });
}

/** The paths to look at: dirty ones and those that failed, each with the hash of the file in place. */
export const pendingPaths = (snapshot: Snapshot) =>
  snapshot.all<{ path: string; hash: string | null }>(
    `select path, hash from dirty left join routes using (path)
     union select path, hash from routes where failed is not null order by path`,
  );

/** Marks every path at which something stands or stood, so that all is rendered anew. */
export function markEverything(snapshot: Snapshot, fixed: ReadonlySet<string>): void {
  snapshot.transaction(() => {
    snapshot.run('insert or ignore into dirty select path from routes');
    for (const path of everyPath(snapshot, fixed)) snapshot.run('insert or ignore into dirty values (?)', path);
  });
}

/** After a builder was killed, nobody knows which of its files are in place: what is dirty is written whatever its hash was. */
export const distrustDirty = (snapshot: Snapshot) =>
  snapshot.run('update routes set hash = null where path in (select path from dirty)');

const begun = 'begun';

/** Keeps the documents alone: for a release that has rendered nothing yet. */
export function forgetRoutes(snapshot: Snapshot): void {
  snapshot.transaction(() => {
    for (const table of ['routes', 'dependencies', 'dirty']) snapshot.run(`delete from ${table}`);
    snapshot.run('delete from state where name = ?', begun);
  });
}

/** Marks everything, once in the life of a release; afterwards a builder that was killed goes on where it was. */
export function beginRelease(snapshot: Snapshot, fixed: ReadonlySet<string>): void {
  if (snapshot.get('select 1 from state where name = ?', begun)) return;
  markEverything(snapshot, fixed);
  snapshot.run('insert into state values (?, ?)', begun, '1');
}
