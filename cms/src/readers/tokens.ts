import { createHash, randomBytes } from 'node:crypto';
import { sql } from '@payloadcms/db-postgres';
import type { PayloadRequest } from 'payload';
import { transactionHandle, type Handle } from '../in-transaction.ts';
import { holdReader } from './reader-rows.ts';

const hashToken = (token: string) => createHash('sha256').update(token).digest('hex');

/** What a mailed link does when its button is pressed, and with what. */
export type Errand =
  /** Opens the account with the registration that it was sent for, not with one that came later. */
  | { purpose: 'verify'; name: string; passwordHash: string; returnTo: string }
  /** Lets a new password be chosen. */
  | { purpose: 'reset' }
  /** Makes this the account's address. */
  | { purpose: 'email'; email: string };

type Purpose = Errand['purpose'];
export type ErrandOf<P extends Purpose> = Extract<Errand, { purpose: P }> & { reader: string };

/** How long a link is good for. Whoever asks for a new password waits for the mail. */
const hours: Record<Purpose, number> = { verify: 24, reset: 1, email: 24 };

/** Makes a token, good once and for its hours. Only its hash is stored. */
export async function issueToken(req: PayloadRequest, reader: string, errand: Errand): Promise<string> {
  const token = randomBytes(24).toString('base64url');
  const { name = null, passwordHash = null, returnTo = null, email = null } = errand as Partial<Record<string, string>>;
  const handle = await transactionHandle(req);
  await handle.execute(sql`
    insert into reader_tokens (hash, reader_id, purpose, name, password_hash, return_to, email, expires_at)
    values (${hashToken(token)}, ${reader}, ${errand.purpose}, ${name}, ${passwordHash}, ${returnTo}, ${email},
      now() + ${`${hours[errand.purpose]} hours`}::interval)`);
  return token;
}

/** Uses a token up, and with it every other one of its reader; undefined where it is unknown, used or expired. */
export async function takeToken<P extends Purpose>(
  req: PayloadRequest,
  purpose: P,
  token: string,
): Promise<ErrandOf<P> | undefined> {
  const handle = await transactionHandle(req);
  const issued = await handle.execute(sql`select reader_id from reader_tokens where hash = ${hashToken(token)}`);
  if (!issued.rows[0]) return undefined;
  const reader = String(issued.rows[0].reader_id);
  await holdReader(req, reader);
  const { rows } = await handle.execute(sql`
    update reader_tokens set used_at = now()
    where hash = ${hashToken(token)} and purpose = ${purpose} and used_at is null and expires_at > now()
    returning name, password_hash, return_to, email`);
  const [row] = rows;
  if (!row) return undefined;
  await burnTokens(req, reader);
  return {
    reader,
    purpose,
    name: row.name,
    passwordHash: row.password_hash,
    returnTo: row.return_to,
    email: row.email,
  } as unknown as ErrandOf<P>;
}

/**
 * Makes every link that was mailed to a reader useless: after a change of what lets them in. Whoever has proved the old password
 * and asks for a link at the same moment holds the reader as well, so that theirs is among them or never made.
 */
export async function burnTokens(req: PayloadRequest, reader: string): Promise<void> {
  await holdReader(req, reader);
  const handle = await transactionHandle(req);
  await handle.execute(sql`update reader_tokens set used_at = now() where reader_id = ${reader} and used_at is null`);
}

/** Whether a token would be taken now. It changes nothing: programs that look through mail open links too. */
export async function isTokenGood(db: Handle, purpose: Purpose, token: string): Promise<boolean> {
  const { rows } = await db.execute(sql`
    select 1 from reader_tokens
    where hash = ${hashToken(token)} and purpose = ${purpose} and used_at is null and expires_at > now()`);
  return rows.length > 0;
}
