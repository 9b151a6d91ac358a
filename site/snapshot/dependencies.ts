import type { Dependency, Key } from './keys-of-change.ts';
import { top } from './keys-of-change.ts';
import type { Snapshot } from './open.ts';

/** A dependency as it is kept: the key's number, and of a list its window. */
type Kept = [key: number, bound: string | null, ceiling: string | null];

/** The numbers of keys as they were looked up in one transaction: most pages of a batch have read the same documents. */
export type KeyNumbers = Map<string, number>;

function keyNumber({ get }: Snapshot, key: string, known: KeyNumbers): number {
  const before = known.get(key);
  if (before !== undefined) return before;
  const found =
    get<{ id: number }>('select id from keys where key = ?', key) ??
    get<{ id: number }>('insert into keys (key) values (?) returning id', key);
  if (!found) throw new Error(`The snapshot lost the key ${key}.`);
  known.set(key, found.id);
  return found.id;
}

/** One window for each key: where a list was read twice, it takes in both. */
function merged(dependencies: readonly Dependency[]): Map<string, { bound: string; ceiling: string } | undefined> {
  const windows = new Map<string, { bound: string; ceiling: string } | undefined>();
  for (const { key, bound, ceiling } of dependencies) {
    const before = windows.get(key);
    const isWhole = bound === undefined || (windows.has(key) && !before);
    if (isWhole) windows.set(key, undefined);
    else {
      const upTo = ceiling ?? top;
      windows.set(key, {
        bound: before && before.bound < bound ? before.bound : bound,
        ceiling: before && before.ceiling > upTo ? before.ceiling : upTo,
      });
    }
  }
  return windows;
}

/**
 * Keeps what a route has read in the place of what it read before. Most renderings read what the one before them did,
 * and then nothing is written.
 */
export function keepDependencies(
  snapshot: Snapshot,
  route: { id: number; reads: string },
  dependencies: readonly Dependency[],
  known: KeyNumbers,
): void {
  const kept = [...merged(dependencies)].map(([key, window]): Kept => [
    keyNumber(snapshot, key, known),
    window?.bound ?? null,
    window?.ceiling ?? null,
  ]);
  const reads = JSON.stringify(kept.sort(([a], [b]) => a - b));
  if (reads === route.reads) return;
  if (isGathering(snapshot)) {
    snapshot.run('update routes set reads = ? where id = ?', reads, route.id);
    return;
  }
  // Most of what a page reads it has read before: each row that is left alone is a part of an index that is not written.
  const before = new Map(readBefore(route).map((entry) => [entry[0], entry]));
  for (const [key, bound, ceiling] of kept) {
    const same = before.get(key);
    before.delete(key);
    if (same && same[1] === bound && same[2] === ceiling) continue;
    snapshot.run('insert or replace into dependencies values (?, ?, ?, ?)', key, route.id, bound, ceiling);
  }
  for (const key of before.keys()) snapshot.run(forgetOne, key, route.id);
  snapshot.run('update routes set reads = ? where id = ?', reads, route.id);
}

const readBefore = ({ reads }: { reads: string }) => (reads ? (JSON.parse(reads) as Kept[]) : []);

const forgetOne = 'delete from dependencies where key = ? and route = ?';

/** Forgets what a route has read. */
export function forgetDependencies({ run }: Snapshot, route: { id: number; reads: string }): void {
  for (const [key] of readBefore(route)) run(forgetOne, key, route.id);
}

const gathering = 'gathering';

const isGathering = ({ get }: Snapshot) => get('select 1 from state where name = ?', gathering) !== undefined;

/**
 * From now on what routes read is kept with each route alone, as long as nothing was rendered before: sorted once, all of it
 * is written in a fraction of the time. Nothing may be taken in until {@link gatherDependencies}.
 */
export function beginGathering(snapshot: Snapshot): void {
  if (!hasReaders(snapshot)) snapshot.run('insert or replace into state values (?, ?)', gathering, '1');
}

/** Writes down what every route has read, where that was put off; also for a builder that was killed before. */
export function gatherDependencies(snapshot: Snapshot): void {
  if (!isGathering(snapshot)) return;
  const { run, transaction } = snapshot;
  transaction(() => {
    run('delete from dependencies');
    run(
      `insert into dependencies
       select value ->> 0, routes.id, value ->> 1, value ->> 2 from routes, json_each(routes.reads) where reads <> ''
       order by 1, 2`,
    );
    run('delete from state where name = ?', gathering);
  });
}

const readers = `from dependencies where key = (select id from keys where keys.key = ?)`;
const within = `${readers} and (bound is null or (bound <= ? and ceiling > ?))`;

/** Whether anything was rendered yet. */
export const hasReaders = ({ get }: Snapshot) => get('select 1 from dependencies limit 1') !== undefined;

/** How many routes have read one of the keys where it changed. */
export function countReaders({ get }: Snapshot, keys: readonly Key[]): number {
  let count = 0;
  for (const { key, at } of keys) {
    const found =
      at === undefined
        ? get<{ n: number }>(`select count(*) as n ${readers}`, key)
        : get<{ n: number }>(`select count(*) as n ${within}`, key, at, at);
    count += found?.n ?? 0;
  }
  return count;
}

/** Marks every route that has read the key where it changed. A route that is marked twice goes with what is more urgent. */
export function markReaders({ run }: Snapshot, { key, at }: Key, bulk: boolean): void {
  const mark = (condition: string) =>
    `insert into dirty (path, bulk) select path, ? from routes where id in (select route ${condition})
     on conflict do update set bulk = min(bulk, excluded.bulk) where not stays`;
  if (at === undefined) run(mark(readers), Number(bulk), key);
  else run(mark(within), Number(bulk), key, at, at);
}
