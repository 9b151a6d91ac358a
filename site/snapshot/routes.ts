import { isSlug, destinationOf } from './departures.ts';
import { forgetDependencies, keepDependencies, type KeyNumbers } from './dependencies.ts';
import { expiryOf } from './expiry.ts';
import type { Dependency } from './keys-of-change.ts';
import type { Snapshot } from './open.ts';
import { countNews, newsFiles } from './news.ts';
import {
  documentAt,
  headersPath,
  monthAt,
  newsFileAt,
  pageKinds,
  pageOf,
  redirectsPath,
  shardAt,
  threadFeedAt,
  threadPageAt,
} from './paths.ts';
import { pagesOfMonth } from './questions.ts';
import { sharded, shards } from './shards.ts';
import { everyThread, hasThread } from './thread-feeds.ts';
import { everyThreadPage, ownPages } from './thread-pages.ts';
import { routes as shared } from '@dateline/shared/routes';

/** What stands at a path, as the documents have it. */
export type Standing =
  | { is: 'page' }
  /** A file that the builder writes by itself. */
  | { is: 'own' }
  | { is: 'redirect'; to: string }
  /** No file: nothing ever stood here, or it was taken away. */
  | { is: 'nothing' };

/**
 * What stands at a path.
 * @param fixed The paths of the bundle's pages that no document stands behind.
 * @param now Milliseconds since 1970.
 */
export function standingOf(snapshot: Snapshot, fixed: ReadonlySet<string>, path: string, now: number): Standing {
  if (path === redirectsPath || path === headersPath) return { is: 'own' };
  if (fixed.has(path)) return { is: 'page' };
  const newsFile = newsFileAt(path);
  if (newsFile !== undefined)
    return newsFile <= newsFiles(countNews(snapshot, now)) ? { is: 'page' } : { is: 'nothing' };
  const dated = monthAt(path);
  if (dated) {
    const found = snapshot.get<{ articles: number }>('select articles from months where month = ?', dated.month);
    return found && (dated.page ?? 0) < pagesOfMonth(found.articles) ? { is: 'page' } : { is: 'nothing' };
  }
  const shard = shardAt(path);
  if (shard) {
    const found = snapshot.get(
      `select 1 from documents where kind in ${sharded} and substr(id, -1) = ? limit 1`,
      shard,
    );
    return { is: found ? 'page' : 'nothing' };
  }
  const ofThread = threadPageAt(path);
  if (ofThread) {
    const { first, last } = ownPages(snapshot, ofThread.list);
    return { is: ofThread.page >= first && ofThread.page <= last ? 'page' : 'nothing' };
  }
  const thread = threadFeedAt(path);
  if (thread !== undefined) return { is: hasThread(snapshot, thread) ? 'page' : 'nothing' };
  const document = documentAt(path);
  if (!document) return { is: 'nothing' };
  if (isSlug(snapshot, document.kind, document.slug)) return { is: 'page' };
  const to = destinationOf(snapshot, document.kind, document.slug);
  return to ? { is: 'redirect', to } : { is: 'nothing' };
}

/** What the builder did at a path. */
export interface Done {
  path: string;
  /** Of the bytes in place; undefined where the file was taken away. */
  hash: string | undefined;
  dependencies: readonly Dependency[];
}

type Row = { id: number; reads: string };

/** Writes down what was done, and takes the dirty marks away: only once the files are in place. */
export function recordDone(snapshot: Snapshot, done: readonly Done[]): void {
  const { run, get } = snapshot;
  const known: KeyNumbers = new Map();
  snapshot.transaction(() => {
    for (const { path, hash, dependencies } of done) {
      run('delete from dirty where path = ?', path);
      if (hash === undefined) {
        const row = get<Row>('delete from routes where path = ? returning id, reads', path);
        if (row) forgetDependencies(snapshot, row);
        continue;
      }
      const row = get<Row>(
        `insert into routes (path, hash, expires) values (?, ?, ?)
         on conflict (path) do update set hash = excluded.hash, expires = excluded.expires, failed = null returning id, reads`,
        path,
        hash,
        expiryOf(dependencies) ?? null,
      );
      if (!row) throw new Error(`The snapshot lost the route ${path}.`);
      keepDependencies(snapshot, row, dependencies, known);
    }
  });
}

/**
 * Writes down that a path's page could not be rendered. Its last good version stays. It is tried again when something
 * changes that it read until it failed, when time changes it, and by {@link markFailed}.
 */
export function recordFailure(
  snapshot: Snapshot,
  path: string,
  cause: string,
  dependencies: readonly Dependency[],
): void {
  const { run, get } = snapshot;
  snapshot.transaction(() => {
    const row = get<Row>(
      `insert into routes (path, failed, expires) values (?, ?, ?)
       on conflict (path) do update set failed = excluded.failed, expires = excluded.expires returning id, reads`,
      path,
      cause,
      expiryOf(dependencies) ?? null,
    );
    if (row) keepDependencies(snapshot, row, dependencies, new Map());
    run('delete from dirty where path = ?', path);
  });
}

/** Marks what failed before, to be tried again behind publishes. Returns how many there are. */
export function markFailed({ run, get }: Snapshot): number {
  run('insert or ignore into dirty (path, bulk) select path, 1 from routes where failed is not null');
  return get<{ n: number }>('select count(*) as n from routes where failed is not null')?.n ?? 0;
}

/** A path to look at, with the hash of the file in place: null where there is none, or nobody knows. */
export interface Pending {
  path: string;
  hash: string | null;
}

/** The paths to look at: the urgent ones, or those that wait behind them. */
export const pendingPaths = ({ all }: Snapshot, { bulk }: { bulk: boolean }) =>
  all<Pending>('select path, hash from dirty left join routes using (path) where bulk = ? order by path', Number(bulk));

/** Some of the paths to look at, urgent or not, behind one of them: for where the order does not matter. */
export const pendingAfter = ({ all }: Snapshot, path: string, limit: number) =>
  all<Pending>(
    'select path, hash from dirty left join routes using (path) where path > ? order by path limit ?',
    path,
    limit,
  );

/** A path as it is to be looked at now; undefined where it is no longer, or not in this lane. */
export const pendingAt = ({ get }: Snapshot, path: string, { bulk }: { bulk: boolean }) =>
  get<Pending>(
    'select path, hash from dirty left join routes using (path) where path = ? and bulk = ?',
    path,
    Number(bulk),
  );

/** A path that is to be looked at and of which no file is in place, in whatever lane. */
export const missingAt = ({ get }: Snapshot, path: string) =>
  get<Pending>('select path, hash from dirty left join routes using (path) where path = ? and hash is null', path);

export const countPending = ({ get }: Snapshot) => get<{ n: number }>('select count(*) as n from dirty')?.n ?? 0;

/** Marks every path at which something stands or stood, so that all is rendered anew. */
function markEverything(snapshot: Snapshot, fixed: ReadonlySet<string>): void {
  const { run, all } = snapshot;
  const mark = (path: string) => run('insert or ignore into dirty (path, bulk) values (?, 1)', path);
  snapshot.transaction(() => {
    run('insert or ignore into dirty (path, bulk) select path, 1 from routes');
    for (const path of [...fixed, redirectsPath, headersPath, ...shards.map(shared.sitemapOfSubjects)]) mark(path);
    for (const kind of pageKinds) {
      for (let after = ''; ;) {
        const slugs = all<{ slug: string }>(
          `select slug from documents where kind = ? and slug > ? union select slug from former where kind = ? and slug > ?
           order by slug limit 1000`,
          kind,
          after,
          kind,
          after,
        );
        for (const { slug } of slugs) mark(pageOf[kind](slug));
        const last = slugs.at(-1);
        if (!last) break;
        after = last.slug;
      }
    }
    for (const { month, articles } of all<{ month: string; articles: number }>('select * from months')) {
      for (let page = 1; page < pagesOfMonth(articles); page++) mark(shared.archive(month, page));
      mark(shared.archive(month));
      mark(shared.sitemapOfMonth(month));
    }
    for (const { list, page } of everyThreadPage(snapshot)) mark(shared.comments(list, page));
    for (const article of everyThread(snapshot)) mark(shared.threadFeed(article));
  });
}

/** After a builder was killed, nobody knows which of its files are in place: what is dirty is written whatever its hash was. */
export const distrustDirty = (snapshot: Snapshot) =>
  snapshot.run('update routes set hash = null where path in (select path from dirty)');

const begun = 'begun';

/** Marks everything, once in the life of a release; afterwards a builder that was killed goes on where it was. */
export function beginRelease(snapshot: Snapshot, fixed: ReadonlySet<string>): void {
  if (snapshot.get('select 1 from state where name = ?', begun)) return;
  markEverything(snapshot, fixed);
  snapshot.run('insert into state values (?, ?)', begun, '1');
}
