import type { Receipt } from '@dateline/shared/feed';
import type { Pool } from 'pg';
import { changesBetween } from './changes-between.ts';
import { parseCursor } from './cursor.ts';
import { seeBuilder } from './see-builder.ts';

const kept = 1_000;

/** Where a builder's site stood by its receipt before; null where it has told nothing yet. */
async function positionBefore(pool: Pool, builder: string | null): Promise<number | null> {
  const { rows } = await pool.query<{ position: string }>(
    'select position from receipts where builder is not distinct from $1 order by id desc limit 1',
    [builder],
  );
  return rows[0] ? Number(rows[0].position) : null;
}

/** Stores what a builder tells of a batch, with what the batch brought, and forgets what is long past. */
export async function storeReceipt(pool: Pool, receipt: Receipt): Promise<void> {
  const { position } = parseCursor(receipt.cursor);
  const { milliseconds, written, removed, builder = null, release = null, rendered = null, pending = 0 } = receipt;
  const { changed, changes } = await changesBetween(pool, await positionBefore(pool, builder), position);
  await pool.query(
    `insert into receipts
       (position, milliseconds, written, removed, failed, paths, builder, release, rendered, pending, changed, changes)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12)`,
    [
      position,
      milliseconds,
      written,
      removed,
      JSON.stringify(receipt.failed),
      JSON.stringify(receipt.paths),
      builder,
      release,
      rendered,
      pending,
      changed,
      JSON.stringify(changes),
    ],
  );
  if (builder) await seeBuilder(pool, { id: builder, release: receipt.release, position });
  await pool.query('delete from receipts where id <= (select max(id) from receipts) - $1', [kept]);
  await pool.query(`delete from builders where last_seen < now() - interval '30 days'`);
}
