import { sql } from '@payloadcms/db-postgres';
import type { Payload } from 'payload';
import { lockedRow } from '../hooks/locked-row.ts';
import { inTransaction } from '../in-transaction.ts';
import { instantOf } from '../project/reference.ts';

const never = 3_600_000;

/** Lets one reader post again, if that is still due when their row is held: a moderator may have prolonged it. */
async function lift(payload: Payload, id: string): Promise<void> {
  await inTransaction(payload, async (req) => {
    const row = await lockedRow(req, 'readers', id);
    const until = instantOf(row?.suspendedUntil);
    if (row?.status !== 'suspended' || until === null || Date.parse(until) > Date.now()) return;
    const data = { status: 'active', suspendedUntil: null } as never;
    await req.payload.update({ collection: 'readers', id, data, depth: 0, req });
  });
}

/**
 * Ends the suspensions whose time is up.
 * @param signal Nobody else's is ended once it is aborted.
 * @returns After how many milliseconds the next one ends, if no other is made before.
 */
export async function endSuspensions(payload: Payload, signal?: AbortSignal): Promise<number> {
  const { rows } = await payload.db.drizzle.execute<{ id: string }>(sql`
    select id from readers where status = 'suspended' and suspended_until <= now() order by suspended_until`);
  for (const { id } of rows) {
    if (signal?.aborted) break;
    await lift(payload, id);
  }
  const next = await payload.db.drizzle.execute<{ wait: number | null }>(sql`
    select extract(epoch from min(suspended_until) - now())::float * 1000 as wait
    from readers where status = 'suspended' and suspended_until > now()`);
  return Math.min(never, Math.max(0, Math.ceil(next.rows[0]?.wait ?? never)));
}
