import type { Pool } from 'pg';
import type { BuildersSeen } from '../admin/publication.ts';
import type { Target } from '../dispatch/target.ts';

const resident = `
  select (extract(epoch from clock_timestamp() - max(last_seen)) * 1000)::float8 as ago from builders where is_resident`;

/** The call that was taken last with a position at its end; and the first that fails, if any does. */
const elsewhere = `
  select
    (extract(epoch from clock_timestamp() - max(called_at) filter (where split_part(told, ':', 1)::bigint >= $2)) * 1000)::float8
      as ago,
    min(answer) filter (where is_taken = false) as failure
  from dispatches where target = any($1)`;

/** Who could make live what stands at a position, by the database's clock. */
export async function buildersSeen(pool: Pool, targets: Target[], position: number): Promise<BuildersSeen> {
  const seen = await pool.query<{ ago: number | null }>(resident);
  const residentAgo = seen.rows[0]?.ago ?? null;
  if (targets.length === 0) return { residentAgo, elsewhere: null };
  const names = targets.map(({ name }) => name);
  const { rows } = await pool.query<{ ago: number | null; failure: string | null }>(elsewhere, [names, position]);
  return { residentAgo, elsewhere: { calledAgo: rows[0]?.ago ?? null, failure: rows[0]?.failure ?? null } };
}
