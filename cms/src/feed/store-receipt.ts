import type { Receipt } from '@dateline/shared/feed';
import type { Pool } from 'pg';
import { parseCursor } from './read-feed.ts';

const kept = 300;

/** Stores what a builder tells of a batch, and forgets all but the last few hundred. */
export async function storeReceipt(pool: Pool, receipt: Receipt): Promise<void> {
  const { position } = parseCursor(receipt.cursor);
  const { milliseconds, written, removed } = receipt;
  await pool.query(
    'insert into receipts (position, milliseconds, written, removed, failed, paths) values ($1, $2, $3, $4, $5, $6)',
    [position, milliseconds, written, removed, JSON.stringify(receipt.failed), JSON.stringify(receipt.paths)],
  );
  await pool.query('delete from receipts where id <= (select max(id) from receipts) - $1', [kept]);
}
