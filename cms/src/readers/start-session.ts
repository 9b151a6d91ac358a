import { readerRoutes } from '@dateline/shared/routes';
import { sql } from '@payloadcms/db-postgres';
import type { Payload, PayloadRequest } from 'payload';
import { inTransaction, transactionHandle } from '../in-transaction.ts';
import { barOf, barred } from './barred.ts';
import { describeDevice } from './device.ts';
import type { Exchange } from './exchange.ts';
import { accountStays } from './mails.ts';
import { newsroomName } from './newsroom-name.ts';
import { queueMail } from './queue-mail.ts';
import { createSession, endSession } from './session.ts';

/** What was just proved: the password of this hash, or a passkey. */
interface Proof {
  passwordHash?: string;
  passkey?: string;
}

/** Waits for what takes a passkey away and is under way, and sees it. */
async function isStillThere(payload: Payload, reader: string, passkey: string): Promise<boolean> {
  // Their reader first, as whatever takes passkeys away holds them: a reset ends sessions before it comes to the passkeys.
  const { rows } = await payload.db.drizzle.execute(sql`
    select 1 from readers join reader_passkeys passkey on passkey.reader_id = readers.id
    where readers.id = ${reader} and passkey.id = ${passkey} for share`);
  return rows.length > 0;
}

/**
 * Writes down that an account is used. It waits for a change of the password that is under way, and sees it.
 * @param passwordHash Of what was proved, where that was a password.
 * @returns Whether the account is to be deleted, which its use takes back; undefined where the password is another by now.
 */
async function noteUse(payload: Payload, reader: string, passwordHash: string | null): Promise<boolean | undefined> {
  const { rows } = await payload.db.pool.query<{ leaves: boolean }>({
    name: 'dateline-log-in',
    text: `update readers set last_seen_at = now() where id = $1 and ($2::text is null or password_hash = $2)
      returning delete_at is not null as leaves`,
    values: [reader, passwordHash],
  });
  return rows[0]?.leaves;
}

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
  { passwordHash, passkey }: Proof = {},
): Promise<boolean> {
  const { id } = reader;
  const bar = await barOf(payload, reader, address);
  await endSession(payload, headers.get('cookie'), options.publicURL);
  const device = describeDevice(headers.get('user-agent'));
  const session = await createSession(payload, id, options.publicURL, device, bar);
  const isProved = passkey === undefined || (await isStillThere(payload, id, passkey));
  const leaves = isProved ? await noteUse(payload, id, passwordHash ?? null) : undefined;
  if (leaves === undefined) {
    await session.end();
    return false;
  }
  if (leaves) await inTransaction(payload, (req) => keepAccount(req, options.publicURL, id));
  cookies.push(...session.cookies);
  if (bar) throw await barred(payload, id, bar, cookies);
  return true;
}

/** An account that was to be deleted stays, unless its reader has to agree to terms first. */
async function keepAccount(req: PayloadRequest, publicURL: string, reader: string): Promise<void> {
  const handle = await transactionHandle(req);
  const { rows } = await handle.execute(sql`
    update readers set delete_at = null, deletion_reason = null, empty_comments = false
    where id = ${reader} and delete_at is not null and deletion_reason is distinct from 'terms' returning email`);
  const url = new URL(readerRoutes.deleteAccount, publicURL).href;
  for (const { email } of rows) await queueMail(req, String(email), accountStays(await newsroomName(req), url), reader);
}
