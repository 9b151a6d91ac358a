import { sql } from '@payloadcms/db-postgres';
import type { PayloadRequest } from 'payload';
import { transactionHandle } from '../../in-transaction.ts';
import type { Exchange } from '../exchange.ts';
import { ReaderFailure } from '../failure.ts';
import { limitRate } from '../limit-rate.ts';
import { passwordFits } from '../password.ts';
import { readerById } from '../reader-rows.ts';
import type { SignedInReader } from '../session.ts';

/**
 * Holds what was typed against the password of a reader who is logged in. Each attempt counts as one to log in, so that
 * a browser that was left open is no way to guess it.
 * @returns The proof, for {@link holdProof}: from here on somebody else may change the password.
 * @throws ReaderFailure `invalid-input` at the field `password`, or `too-many-requests`
 */
export async function provePassword(
  { payload, address }: Exchange,
  reader: SignedInReader,
  password: string,
): Promise<string> {
  await limitRate(payload, 'login', reader.email, address);
  const hash = (await readerById(payload, reader.id))?.passwordHash;
  if ((await passwordFits(hash, password)) && hash) return hash;
  throw new ReaderFailure('invalid-input', { fields: { password: 'This is not your password.' } });
}

/**
 * Holds a reader until the request's transaction ends, so that what it does is done while the password is the one that was proved.
 * @throws ReaderFailure `login-required`, where it has been changed: that ended every session.
 */
export async function holdProof(req: PayloadRequest, reader: SignedInReader, proof: string): Promise<void> {
  const handle = await transactionHandle(req);
  const { rows } = await handle.execute(sql`
    select 1 from readers where id = ${reader.id} and password_hash = ${proof} for no key update`);
  if (rows.length === 0) throw new ReaderFailure('login-required');
}
