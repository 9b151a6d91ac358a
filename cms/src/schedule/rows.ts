import { sql } from '@payloadcms/db-postgres';
import type { PayloadRequest } from 'payload';
import { transactionHandle, type Handle } from '../in-transaction.ts';
import { scheduleChannel, scheduleInput, scheduleTask, type Schedule } from './schedule.ts';

type Fragment = ReturnType<typeof sql>;
type Row = { id: string; input: unknown; at: number; failure: string | null };

/** The schedules that have neither been carried out nor withdrawn, the next first. */
export async function readSchedules(handle: Handle, where: Fragment, more: Fragment = sql``): Promise<Schedule[]> {
  const { rows } = await handle.execute<Row>(sql`
    select id, input, (extract(epoch from wait_until) * 1000)::float8 as at,
      case when has_error then coalesce(error ->> 'message', '') end as failure
    from payload_jobs
    where task_slug = ${scheduleTask} and completed_at is null and ${where}
    order by wait_until, created_at ${more}`);
  return rows.flatMap(({ id, input, at, failure }) => {
    // A host may have queued anything; what is no schedule must not hold up those that are.
    const { data } = scheduleInput.safeParse(input);
    return data ? [{ ...data, id, at: new Date(at).toISOString(), failure }] : [];
  });
}

/** A document's schedules. */
export const schedulesOf = async (req: PayloadRequest, document: string) =>
  await readSchedules(await transactionHandle(req), sql`input ->> 'document' = ${document}`);

/** Says that a schedule has been carried out, in the transaction of what it did. */
export async function completeSchedule(req: PayloadRequest, id: string): Promise<void> {
  const handle = await transactionHandle(req);
  await handle.execute(sql`update payload_jobs set completed_at = now() where id = ${id}`);
}

/** Takes away what has been carried out, but for what a runner of Payload's still has in hand. */
export async function sweepSchedules(handle: Handle): Promise<void> {
  await handle.execute(sql`
    delete from payload_jobs
    where task_slug = ${scheduleTask} and completed_at is not null and processing is not true`);
}

/** Takes schedules away that are not wanted any more, in the request's transaction. */
export async function forgetSchedules(req: PayloadRequest, ids: string[]): Promise<void> {
  const handle = await transactionHandle(req);
  for (const id of ids) await handle.execute(sql`delete from payload_jobs where id = ${id}`);
}

/** Moves a schedule to another instant, ISO 8601. */
export async function moveSchedule(req: PayloadRequest, id: string, at: string): Promise<void> {
  const handle = await transactionHandle(req);
  await handle.execute(sql`update payload_jobs set wait_until = ${at}, updated_at = now() where id = ${id}`);
  await tellSchedules(req);
}

export async function tellSchedules(req: PayloadRequest): Promise<void> {
  const handle = await transactionHandle(req);
  await handle.execute(sql`select pg_notify(${scheduleChannel}, '')`);
}
