import type { Pool, PoolClient } from 'pg';

const pending = 'select exists (select from outbox where position is null) as pending';

/**
 * Gives every committed row that has none its position, in order of insertion, and commits. What commits
 * later stands after all of them, however long its transaction was open: nothing appears before a cursor.
 */
export async function numberRows(pool: Pool): Promise<void> {
  const { rows } = await pool.query<{ pending: boolean }>(pending);
  if (!rows[0]?.pending) return;
  const client = await pool.connect();
  try {
    await client.query('begin');
    // In a statement of its own: the next one must see what the lock's last holder committed.
    await client.query(`select pg_advisory_xact_lock(hashtextextended('dateline:outbox', 0))`);
    await client.query(`
      with last as (select coalesce(max(position), 0) as position from outbox),
           fresh as (select seq, row_number() over (order by seq) as nth from outbox where position is null)
      update outbox set position = last.position + fresh.nth from last, fresh where outbox.seq = fresh.seq`);
    await client.query('commit');
    client.release();
  } catch (error) {
    await rollBack(client, error);
  }
}

async function rollBack(client: PoolClient, cause: unknown): Promise<never> {
  // A connection in an unknown state is closed, which rolls back, and not given to anybody else.
  client.release(cause instanceof Error ? cause : true);
  throw cause;
}
