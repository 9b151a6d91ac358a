import type { Payload } from 'payload';

/** A passkey as it is stored. The public key is no secret, and proves nothing by itself. */
export interface PasskeyRow {
  id: string;
  reader_id: string;
  public_key: string;
  counter: string;
  transports: string;
  device: string;
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
