import { readerRoutes } from '@dateline/shared/routes';
import { sql } from '@payloadcms/db-postgres';
import type { PayloadRequest } from 'payload';
import { inTransaction, transactionHandle } from '../in-transaction.ts';
import { barOf, barred } from './barred.ts';
import { describeDevice } from './device.ts';
import type { Exchange } from './exchange.ts';
import { accountStays } from './mails.ts';
import { newsroomName } from './newsroom-name.ts';
import { queueMail } from './queue-mail.ts';
import { createSession, endSession } from './session.ts';

/** What was just proved: the password of this hash, or a passkey. */
type Proof = { passwordHash: string | null } | { passkey: string };

/** Waits for a change of the proof that is under way, and sees it. */
const stillHolds = (reader: string, proof: Proof) =>
  'passkey' in proof
    ? // Their reader first, as whatever takes passkeys away holds them: a reset ends sessions before it comes to the passkeys.
      sql`
        select 1 from readers join reader_passkeys passkey on passkey.reader_id = readers.id
        where readers.id = ${reader} and passkey.id = ${proof.passkey} for share`
    : sql`select 1 from readers where id = ${reader} and password_hash = ${proof.passwordHash} for share`;

/**
 * Logs a reader in: the session that this browser had ends, and another begins under a new id.
 * @param proof Where it was changed or removed in the meantime, which ended all sessions, this one does not outlive them.
 * An account that was to be deleted stays, and its reader is told by mail.
 * @returns Whether the reader is logged in.
 * @throws ReaderFailure `suspended` or `banned`, with a session in which they see to what is kept of them.
 */
export async function startSession(
  { payload, options, headers, cookies, address }: Exchange,
  reader: { id: string; email: string; status: string },
  proof?: Proof,
): Promise<boolean> {
  const { id } = reader;
  const bar = await barOf(payload, reader, address);
  await endSession(payload, headers.get('cookie'), options.publicURL);
  const device = describeDevice(headers.get('user-agent'));
  const session = await createSession(payload, id, options.publicURL, device, bar);
  if (proof) {
    const { rows } = await payload.db.drizzle.execute(stillHolds(id, proof));
    if (rows.length === 0) {
      await session.end();
      return false;
    }
  }
  await inTransaction(payload, (req) => keepAccount(req, options.publicURL, id));
  cookies.push(...session.cookies);
  if (bar) throw await barred(payload, id, bar, cookies);
  return true;
}

/** The account is in use: one that was to be deleted stays, unless its reader has to agree to terms first. */
async function keepAccount(req: PayloadRequest, publicURL: string, reader: string): Promise<void> {
  const handle = await transactionHandle(req);
  await handle.execute(sql`update readers set last_seen_at = now() where id = ${reader}`);
  const { rows } = await handle.execute(sql`
    update readers set delete_at = null, deletion_reason = null, empty_comments = false
    where id = ${reader} and delete_at is not null and deletion_reason is distinct from 'terms' returning email`);
  const url = new URL(readerRoutes.deleteAccount, publicURL).href;
  for (const { email } of rows) await queueMail(req, String(email), accountStays(await newsroomName(req), url), reader);
}
