import type { Pool } from 'pg';
import type { Counters } from './shapes.ts';

/** How much waits, for how long, and how long a decision takes. */
export async function readCounters(pool: Pool): Promise<Counters> {
  const { rows } = await pool.query<Omit<Counters, 'oldest'> & { oldest: Date | null }>(`
    select
      (select count(*) from comments where status = 'held')::int as waiting,
      (select count(distinct report.comment_id) from comment_reports report join comments on comments.id = report.comment_id
        where comments.status in ('published', 'held')
          and report.created_at > coalesce(comments.decided_at, '-infinity'))::int as reported,
      (select min(coalesce(decided_at, created_at)) from comments where status = 'held') as oldest,
      (select percentile_cont(0.5) within group (order by extract(epoch from at - since)) from moderation_log
        where act = 'decide' and before = 'held' and after <> 'held' and at > now() - interval '7 days')::float
        as "medianSeconds"`);
  const [row] = rows;
  return {
    waiting: row?.waiting ?? 0,
    reported: row?.reported ?? 0,
    oldest: row?.oldest?.toISOString() ?? null,
    medianSeconds: row?.medianSeconds ?? null,
  };
}
