import type { Pool } from 'pg';
import { standsAt } from '../../dispatch/target.ts';
import { numberRows } from '../../feed/number-rows.ts';
import type { Batch } from './batch.ts';

const perPage = 25;
const failuresShown = 5;

/**
 * The last batches, newest first.
 * @param before The batch behind which the page begins; undefined for the first page.
 */
export async function batchesOf(pool: Pool, before?: string): Promise<{ batches: Batch[]; next: string | null }> {
  const { rows } = await pool.query<Batch>(
    `select id, at, milliseconds, written, removed, pending, builder, release, changed, changes,
       jsonb_path_query_array(failed, '$[0 to ${failuresShown - 1}]') as failed, jsonb_array_length(failed) as failures
     from receipts where $1::bigint is null or id < $1 order by id desc limit $2`,
    [before ?? null, perPage + 1],
  );
  const batches = rows.slice(0, perPage);
  return { batches, next: rows.length > perPage ? (batches.at(-1)?.id ?? null) : null };
}

/** A builder that has read the feed of late. */
export interface BuilderSeen {
  id: string;
  release: string | null;
  isResident: boolean;
  lastSeen: Date;
  /** Milliseconds since, by the database's clock. */
  ago: number;
  /** Whether its site has all that is published; null where it has told nothing yet. */
  isCurrent: boolean | null;
}

/** Every builder that was seen in the last month, the latest first. */
export async function buildersOf(pool: Pool): Promise<BuilderSeen[]> {
  await numberRows(pool);
  const { rows } = await pool.query<BuilderSeen>(
    `select id, release, is_resident as "isResident", last_seen as "lastSeen",
       (extract(epoch from clock_timestamp() - last_seen) * 1000)::float8 as ago,
       position >= (select max(position) from outbox) as "isCurrent"
     from builders order by last_seen desc limit 20`,
  );
  return rows;
}

/** What the desk shows of somebody who is told of a publish. */
export interface TargetShown {
  name: string;
  title: string;
  place: string;
}

/** What came of the last call. */
export interface DispatchSeen {
  calledAt: Date | null;
  isTaken: boolean | null;
  answer: string | null;
  dueAt: Date | null;
  attempts: number;
}

/** What each target was told, by its name. */
export async function dispatchesOf(pool: Pool, targets: TargetShown[]): Promise<Map<string, DispatchSeen>> {
  const { rows } = await pool.query<DispatchSeen & { target: string; place: string }>(
    `select target, place, called_at as "calledAt", is_taken as "isTaken", answer, due_at as "dueAt", attempts
     from dispatches where target = any($1)`,
    [targets.map(({ name }) => name)],
  );
  const isThere = ({ target, place }: { target: string; place: string }) =>
    targets.some((shown) => shown.name === target && standsAt(place, shown.place));
  return new Map(rows.filter(isThere).map((row) => [row.target, row]));
}
