import { sql } from '@payloadcms/db-postgres';
import type { Payload } from 'payload';
import { emitCommentNow } from '../hooks/comment.ts';
import { inTransaction, transactionHandle } from '../in-transaction.ts';

/** How long a number may differ from the one on the site, in milliseconds. */
const minute = 60_000;
const atOnce = 100;

/**
 * Says in the outbox how many recommend a comment, once a minute at most for each, however many they are.
 * @param signal No more is said once it is aborted.
 * @returns After how many milliseconds the next number is due.
 */
export async function publishRecommendations(payload: Payload, signal?: AbortSignal): Promise<number> {
  while (!signal?.aborted) {
    const taken = await inTransaction(payload, async (req) => {
      const handle = await transactionHandle(req);
      // In order of their ids, as everybody who holds several.
      const { rows } = await handle.execute<{ id: string }>(sql`
        select id from comments where recount_at <= now() - ${minute} * interval '1 millisecond'
        order by id limit ${atOnce} for no key update`);
      for (const { id } of rows) {
        await handle.execute(sql`update comments set recount_at = null where id = ${id}`);
        await emitCommentNow(req, id);
      }
      return rows.length;
    });
    if (taken < atOnce) break;
  }
  const { rows } = await payload.db.pool.query<{ wait: number | null }>(
    `select (extract(epoch from min(recount_at) - now()) * 1000)::float + $1 as wait from comments`,
    [minute],
  );
  return Math.min(minute, Math.max(0, Math.ceil(rows[0]?.wait ?? minute)));
}
