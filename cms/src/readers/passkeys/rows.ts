import { sql } from '@payloadcms/db-postgres';
import type { Payload, PayloadRequest } from 'payload';
import { transactionHandle } from '../../in-transaction.ts';

/** A passkey as it is stored. The public key is no secret, and proves nothing by itself. */
export interface PasskeyRow {
  id: string;
  reader_id: string;
  public_key: string;
  counter: string;
  transports: string;
  device: string;
  /** What its reader calls it; null where they gave it no name. */
  name: string | null;
  created_at: Date;
  used_at: Date | null;
}

export async function passkeysOf(payload: Payload, reader: string): Promise<PasskeyRow[]> {
  const { rows } = await payload.db.pool.query<PasskeyRow>(
    'select * from reader_passkeys where reader_id = $1 order by created_at, id',
    [reader],
  );
  return rows;
}

export async function passkeyById(payload: Payload, id: string): Promise<PasskeyRow | undefined> {
  const { rows } = await payload.db.pool.query<PasskeyRow>('select * from reader_passkeys where id = $1', [id]);
  return rows[0];
}

/**
 * Takes every passkey from a reader, and what would make one, in the request's transaction. Sessions end first: who adds one at
 * the same moment holds theirs until it is there.
 */
export async function removePasskeysOf(req: PayloadRequest, reader: string): Promise<void> {
  const handle = await transactionHandle(req);
  await handle.execute(sql`delete from passkey_challenges where reader_id = ${reader}`);
  await handle.execute(sql`delete from reader_passkeys where reader_id = ${reader}`);
}
