import { createHash, randomBytes } from 'node:crypto';
import type { Payload } from 'payload';

const minutes = 5;

const hashOf = (challenge: string) => createHash('sha256').update(challenge).digest('hex');

/** Makes a challenge for one ceremony, good once and for five minutes. @param reader Who adds a passkey; null for a login. */
export async function issueChallenge(payload: Payload, reader: string | null): Promise<Uint8Array<ArrayBuffer>> {
  const bytes = new Uint8Array(randomBytes(32));
  await payload.db.pool.query(
    `insert into passkey_challenges (hash, reader_id, expires_at) values ($1, $2, now() + make_interval(mins => $3))`,
    [hashOf(Buffer.from(bytes).toString('base64url')), reader, minutes],
  );
  return bytes;
}

/** Uses a challenge up, whatever comes of the ceremony. @returns Whether it was one of ours, for this reader, and in time. */
export async function takeChallenge(payload: Payload, reader: string | null, challenge: string): Promise<boolean> {
  const { rowCount } = await payload.db.pool.query(
    `delete from passkey_challenges
     where hash = $1 and reader_id is not distinct from $2::uuid and expires_at > now()`,
    [hashOf(challenge), reader],
  );
  return rowCount === 1;
}
