import { sql } from '@payloadcms/db-postgres';
import type { Payload } from 'payload';

const refusing = sql`
  create or replace function dateline_moderation_log_is_append_only() returns trigger language plpgsql as $$
  begin
    raise exception 'The log of moderation is only ever added to.';
  end $$`;

const guarding = sql`
  create trigger moderation_log_is_append_only before update or delete or truncate on moderation_log
  for each statement execute function dateline_moderation_log_is_append_only()`;

/**
 * Has PostgreSQL refuse to change or empty the log, whoever asks. Made when Payload starts and not in a migration, so that
 * a host's own migrations need not know of it.
 */
export async function guardLog(payload: Payload): Promise<void> {
  await payload.db.drizzle.transaction(async (transaction) => {
    await transaction.execute(sql`select pg_advisory_xact_lock(hashtextextended('dateline:moderation-log', 0))`);
    const { rows } = await transaction.execute(
      sql`select 1 from pg_trigger where tgname = 'moderation_log_is_append_only' and tgrelid = 'moderation_log'::regclass`,
    );
    if (rows.length > 0) return;
    await transaction.execute(refusing);
    await transaction.execute(guarding);
  });
}
