import { passkeyProofInput } from '@dateline/shared/passkey';
import { returnTo } from '@dateline/shared/reader';
import type { AuthenticationResponseJSON } from '@simplewebauthn/server';
import type { ReaderRoute } from '../exchange.ts';
import { parseInput, ReaderFailure } from '../failure.ts';
import { limitRate } from '../limit-rate.ts';
import { readerById } from '../reader-rows.ts';
import { startSession } from '../start-session.ts';
import { issueChallenge, takeChallenge } from './challenge.ts';
import { expected, proved, relyingParty } from './relying-party.ts';
import { passkeyById } from './rows.ts';

/** `POST /login/passkey/options`: the same for everybody; which passkey it is, the browser finds. */
export const passkeyLoginOptions: ReaderRoute = {
  method: 'post',
  path: '/login/passkey/options',
  act: async ({ payload, options, address }) => {
    if (address !== undefined) await limitRate(payload, 'challenge', address, address);
    const { generateAuthenticationOptions } = await import('@simplewebauthn/server');
    const json = await generateAuthenticationOptions({
      rpID: relyingParty(options.publicURL),
      challenge: await issueChallenge(payload, null),
      userVerification: 'required',
    });
    return { status: 200, json };
  },
};

/** `POST /login/passkey`: a session under a new id for whoever proves a passkey. */
export const passkeyLogin: ReaderRoute = {
  method: 'post',
  path: '/login/passkey',
  act: async (exchange) => {
    const { payload, options, input, address } = exchange;
    const { passkey } = parseInput(passkeyProofInput, input);
    await limitRate(payload, 'login', passkey.id, address);
    const known = await passkeyById(payload, passkey.id);
    if (!known) throw new ReaderFailure('passkey-wrong');
    const { verifyAuthenticationResponse } = await import('@simplewebauthn/server');
    const { authenticationInfo } = await proved(
      verifyAuthenticationResponse({
        response: passkey as unknown as AuthenticationResponseJSON,
        expectedChallenge: (challenge) => takeChallenge(payload, null, challenge),
        ...expected(options.publicURL),
        credential: {
          id: known.id,
          publicKey: new Uint8Array(Buffer.from(known.public_key, 'base64url')),
          counter: Number(known.counter),
          transports: known.transports.split(',').filter(Boolean),
        },
      }),
    );
    const reader = await readerById(payload, known.reader_id);
    if (reader?.status !== 'active' && reader?.status !== 'suspended') throw new ReaderFailure('passkey-wrong');
    // Removed in the meantime, it proves nothing any more.
    const { rowCount } = await payload.db.pool.query(
      'update reader_passkeys set counter = $2, used_at = now() where id = $1',
      [known.id, authenticationInfo.newCounter],
    );
    if (rowCount !== 1) throw new ReaderFailure('passkey-wrong');
    if (!(await startSession(exchange, reader, { passkey: known.id }))) throw new ReaderFailure('passkey-wrong');
    return { status: 200, json: { to: returnTo.parse(input.returnTo) } };
  },
};
