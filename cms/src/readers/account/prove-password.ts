import type { Exchange } from '../exchange.ts';
import { ReaderFailure } from '../failure.ts';
import { limitRate } from '../limit-rate.ts';
import { passwordFits } from '../password.ts';
import { readerById } from '../reader-rows.ts';
import type { SignedInReader } from '../session.ts';

/**
 * Holds what was typed against the password of a reader who is logged in. Each attempt counts as one to log in, so that
 * a browser that was left open is no way to guess it.
 * @throws ReaderFailure `invalid-input` at the field `password`, or `too-many-requests`
 */
export async function provePassword(
  { payload, address }: Exchange,
  reader: SignedInReader,
  password: string,
): Promise<void> {
  await limitRate(payload, 'login', reader.email, address);
  const row = await readerById(payload, reader.id);
  if (await passwordFits(row?.passwordHash, password)) return;
  throw new ReaderFailure('invalid-input', { fields: { password: 'This is not your password.' } });
}
