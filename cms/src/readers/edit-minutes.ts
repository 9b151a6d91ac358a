import { sql } from '@payloadcms/db-postgres';
import type { Payload } from 'payload';
import { policyKnown, policyNow } from '../moderation/policy-now.ts';

/** In how many minutes readers can change what they wrote, as the newsroom's settings have it now; 0 for never. */
export async function editMinutes(payload: Payload): Promise<number> {
  const { rows } = await payload.db.drizzle.execute<{ at: string | Date }>(
    sql`select updated_at as at from newsroom_settings order by created_at limit 1`,
  );
  const policy = await policyNow(payload, rows[0] ? new Date(rows[0].at) : null);
  return policy.editMinutes;
}

/** The same as of the comment that this process judged last, so that a post asks PostgreSQL nothing more. */
export const editMinutesKnown = async (payload: Payload): Promise<number> =>
  policyKnown(payload)?.editMinutes ?? (await editMinutes(payload));
