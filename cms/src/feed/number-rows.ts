import type { ClientBase, Pool } from 'pg';

const pending = 'select exists (select from outbox where position is null) as pending';

const turns = new WeakMap<Pool, { running: Promise<void>; queued?: Promise<void> }>();

async function isPending(connection: Pick<Pool | ClientBase, 'query'>): Promise<boolean> {
  const { rows } = await (connection as ClientBase).query<{ pending: boolean }>(pending);
  return rows[0]?.pending === true;
}

async function number(client: ClientBase): Promise<void> {
  await client.query('begin');
  // In a statement of its own: the next one must see what the lock's last holder committed.
  await client.query(`select pg_advisory_xact_lock(hashtextextended('dateline:outbox', 0))`);
  await client.query(`
    with last as (select coalesce(max(position), 0) as position from outbox),
         fresh as (select seq, row_number() over (order by seq) as nth from outbox where position is null)
    update outbox set position = last.position + fresh.nth from last, fresh where outbox.seq = fresh.seq`);
  await client.query('commit');
}

/**
 * Gives every committed row that has none its position, in order of insertion, and commits. What commits
 * later stands after all of them, however long its transaction was open: nothing appears before a cursor.
 * Of many who ask at once, one does it for all who asked before it began.
 */
export function numberRows(pool: Pool): Promise<void> {
  const turn = turns.get(pool);
  if (!turn) return begin(pool);
  turn.queued ??= turn.running.catch(() => undefined).then(() => begin(pool));
  return turn.queued;
}

function begin(pool: Pool): Promise<void> {
  const running = numberOnce(pool).finally(() => {
    if (turns.get(pool)?.running === running) turns.delete(pool);
  });
  turns.set(pool, { running });
  return running;
}

async function numberOnce(pool: Pool): Promise<void> {
  if (!(await isPending(pool))) return;
  const client = await pool.connect();
  try {
    await number(client);
    client.release();
  } catch (error) {
    // A connection in an unknown state is closed, which rolls back, and not given to anybody else.
    client.release(error instanceof Error ? error : true);
    throw error;
  }
}

/** The same on a connection of one's own, which is of no more use where this throws. */
export async function numberRowsOn(client: ClientBase): Promise<void> {
  if (await isPending(client)) await number(client);
}
