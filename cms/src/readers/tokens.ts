import { createHash, randomBytes } from 'node:crypto';
import { sql } from '@payloadcms/db-postgres';
import type { PayloadRequest } from 'payload';
import { transactionHandle } from '../in-transaction.ts';

const hashToken = (token: string) => createHash('sha256').update(token).digest('hex');
const hours = 24;

/** A registration that waits for its address to be confirmed. */
export interface PendingRegistration {
  reader: string;
  name: string;
  passwordHash: string;
  returnTo: string;
}

/** Makes a token, good for a day and once. Only its hash is stored. */
export async function issueToken(req: PayloadRequest, pending: PendingRegistration): Promise<string> {
  const token = randomBytes(24).toString('base64url');
  const handle = await transactionHandle(req);
  await handle.execute(sql`
    insert into reader_tokens (hash, reader_id, purpose, name, password_hash, return_to, expires_at)
    values (${hashToken(token)}, ${pending.reader}, 'verify', ${pending.name}, ${pending.passwordHash}, ${pending.returnTo},
      now() + ${`${hours} hours`}::interval)`);
  return token;
}

/** Uses a token up, and with it every other one of its reader; undefined where it is unknown, used or expired. */
export async function takeToken(req: PayloadRequest, token: string): Promise<PendingRegistration | undefined> {
  const handle = await transactionHandle(req);
  const { rows } = await handle.execute(sql`
    update reader_tokens set used_at = now()
    where hash = ${hashToken(token)} and purpose = 'verify' and used_at is null and expires_at > now()
    returning reader_id, name, password_hash, return_to`);
  const [row] = rows;
  if (!row) return undefined;
  await handle.execute(
    sql`update reader_tokens set used_at = now() where reader_id = ${row.reader_id} and used_at is null`,
  );
  return {
    reader: String(row.reader_id),
    name: String(row.name),
    passwordHash: String(row.password_hash),
    returnTo: String(row.return_to),
  };
}
