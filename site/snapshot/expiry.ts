import { routes } from '@dateline/shared/routes';
import type { Dependency } from './keys-of-change.ts';
import { countNews, newsFiles } from './news.ts';
import type { Snapshot } from './open.ts';

/** The first instant at which time alone makes one of a page's answers untrue; undefined where it never does. */
export const expiryOf = (dependencies: readonly Dependency[]) =>
  dependencies.reduce<string | undefined>(
    (first, { until }) => (until !== undefined && (first === undefined || until < first) ? until : first),
    undefined,
  );

/**
 * How long every page stays true if nothing is published, in milliseconds: 0 where one is out of date, infinity where none
 * will be.
 * @param now Milliseconds since 1970.
 */
export function untilExpiry({ get }: Snapshot, now: number): number {
  const row = get<{ expires: string }>('select expires from routes where expires is not null order by expires limit 1');
  return row ? Math.max(0, Date.parse(row.expires) - now) : Infinity;
}

/** The numbered files of news that are to come or to go. */
function newsThatMoved(snapshot: Snapshot, now: number): string[] {
  const wanted = Array.from({ length: newsFiles(countNews(snapshot, now)) }, (_, at) => routes.newsFile(at + 1));
  const found = snapshot.all<{ path: string }>("select path from routes where path glob '/sitemaps/news-*'");
  const standing = found.map(({ path }) => path);
  return [...wanted.filter((path) => !standing.includes(path)), ...standing.filter((path) => !wanted.includes(path))];
}

/**
 * Marks the routes that time alone has made untrue, so that they are looked at again, and those that it brings or takes away.
 * @param now Milliseconds since 1970.
 * @returns How many were not marked before.
 */
export function markExpired(snapshot: Snapshot, now: number): number {
  const expired = snapshot.all<{ path: string }>(
    'select path from routes where expires <= ?',
    new Date(now).toISOString(),
  );
  const paths = [...expired.map(({ path }) => path), ...newsThatMoved(snapshot, now)].filter(
    (path) => !snapshot.get('select 1 from dirty where path = ? and (bulk = 0 or stays)', path),
  );
  if (paths.length > 0) {
    snapshot.transaction(() => {
      for (const path of paths)
        snapshot.run('insert into dirty (path, bulk) values (?, 0) on conflict do update set bulk = 0', path);
    });
  }
  return paths.length;
}
