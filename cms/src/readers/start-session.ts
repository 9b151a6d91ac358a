import { sql } from '@payloadcms/db-postgres';
import { describeDevice } from './device.ts';
import type { Exchange } from './exchange.ts';
import { createSession, endSession } from './session.ts';

/**
 * Logs a reader in: the session that this browser had ends, and another begins under a new id.
 * @param provedBy The hash of the password that was just proved. Where it was changed in the meantime, which ended all
 * sessions, this one does not outlive them.
 * An account that was to be deleted stays.
 * @returns Whether the reader is logged in.
 */
export async function startSession(
  { payload, options, headers, cookies }: Exchange,
  reader: string,
  provedBy?: string | null,
): Promise<boolean> {
  await endSession(payload, headers.get('cookie'), options.publicURL);
  const device = describeDevice(headers.get('user-agent'));
  const session = await createSession(payload, reader, options.publicURL, device);
  if (provedBy !== undefined) {
    // Waits for a change of the password that is under way, and sees it.
    const { rows } = await payload.db.drizzle.execute(
      sql`select 1 from readers where id = ${reader} and password_hash = ${provedBy} and status = 'active' for share`,
    );
    if (rows.length === 0) {
      await session.end();
      return false;
    }
  }
  await payload.db.drizzle.execute(
    sql`update readers set last_seen_at = now(), delete_at = null, empty_comments = false where id = ${reader}`,
  );
  cookies.push(...session.cookies);
  return true;
}
