import { sql } from '@payloadcms/db-postgres';
import type { Bar } from './barred.ts';
import { describeDevice } from './device.ts';
import type { Exchange } from './exchange.ts';
import { createSession, endSession } from './session.ts';

/** What was just proved: the password of this hash, or a passkey. */
type Proof = { passwordHash: string | null } | { passkey: string };

/** Waits for a change of the proof that is under way, and sees it. */
const stillHolds = (reader: string, proof: Proof) =>
  'passkey' in proof
    ? sql`select 1 from reader_passkeys where id = ${proof.passkey} and reader_id = ${reader} for share`
    : sql`select 1 from readers where id = ${reader} and password_hash = ${proof.passwordHash} for share`;

/**
 * Logs a reader in: the session that this browser had ends, and another begins under a new id.
 * @param proof Where it was changed or removed in the meantime, which ended all sessions, this one does not outlive them.
 * An account that was to be deleted stays.
 * @returns Whether the reader is logged in.
 */
export async function startSession(
  { payload, options, headers, cookies }: Exchange,
  reader: string,
  proof?: Proof,
  bar?: Bar,
): Promise<boolean> {
  await endSession(payload, headers.get('cookie'), options.publicURL);
  const device = describeDevice(headers.get('user-agent'));
  const session = await createSession(payload, reader, options.publicURL, device, bar);
  if (proof) {
    const { rows } = await payload.db.drizzle.execute(stillHolds(reader, proof));
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
