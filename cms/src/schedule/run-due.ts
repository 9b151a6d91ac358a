import { sql } from '@payloadcms/db-postgres';
import type { Payload } from 'payload';
import { performSchedule } from './perform.ts';
import { refusalOf } from './refusal.ts';
import { readSchedules, sweepSchedules } from './rows.ts';

const attempts = 5;
const again = 5_000;
const never = 3_600_000;

/**
 * Carries out all that is due. What is refused stays with the reason; what fails otherwise is tried again a few times.
 * @param signal Nothing else is carried out once it is aborted.
 * @returns After how many milliseconds the next one is due, if no other is made before.
 */
export async function runDueSchedules(payload: Payload, signal?: AbortSignal): Promise<number> {
  const waiting = sql`has_error is not true and wait_until <= ${new Date().toISOString()}`;
  let isToBeRetried = false;
  for (const { id } of await readSchedules(payload.db.drizzle, waiting)) {
    if (signal?.aborted) break;
    try {
      await performSchedule(payload, id);
    } catch (error) {
      const isFinal = await keepFailure(payload, id, error);
      if (!isFinal) isToBeRetried = true;
    }
  }
  await sweepSchedules(payload.db.drizzle);
  const now = Date.now();
  const later = sql`has_error is not true and wait_until > ${new Date(now).toISOString()}`;
  const [next] = await readSchedules(payload.db.drizzle, later, sql`limit 1`);
  const due = next ? Date.parse(next.at) - Date.now() : never;
  return Math.max(0, isToBeRetried ? Math.min(due, again) : due);
}

/** What PostgreSQL or Node said. The error around it may hold the text of a story that nobody may read yet. */
function causeOf(error: unknown): string {
  if (error instanceof Error && error.cause instanceof Error) return causeOf(error.cause);
  return error instanceof Error ? error.message : String(error);
}

/** Keeps why a schedule failed where the desk shows it. @returns Whether it is given up. */
async function keepFailure(payload: Payload, id: string, error: unknown): Promise<boolean> {
  const refusal = refusalOf(error);
  const cause = refusal ?? causeOf(error);
  const message = refusal ?? `It failed ${attempts} times, and not for a reason of yours: ${cause}`;
  const { rows } = await payload.db.drizzle.execute<{ has_error: boolean }>(sql`
    update payload_jobs
    set total_tried = coalesce(total_tried, 0) + 1, updated_at = now(),
      has_error = ${refusal !== null} or coalesce(total_tried, 0) + 1 >= ${attempts},
      error = ${JSON.stringify({ message })}::jsonb
    where id = ${id} returning has_error`);
  if (refusal === null) payload.logger.error(`The schedule ${id} could not be carried out: ${cause}`);
  return rows[0]?.has_error ?? true;
}
