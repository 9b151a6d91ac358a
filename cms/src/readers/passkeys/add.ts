import { newPasskeyInput } from '@dateline/shared/passkey';
import { passwordProofInput } from '@dateline/shared/reader';
import { readerRoutes } from '@dateline/shared/routes';
import { sql } from '@payloadcms/db-postgres';
import type { RegistrationResponseJSON } from '@simplewebauthn/server';
import { inTransaction, transactionHandle } from '../../in-transaction.ts';
import { provePassword } from '../account/prove-password.ts';
import { describeDevice } from '../device.ts';
import { requireReader, type Exchange, type ReaderRoute } from '../exchange.ts';
import { parseInput, ReaderFailure } from '../failure.ts';
import { passkeyAdded } from '../mails.ts';
import { newsroomName } from '../newsroom-name.ts';
import { queueMail } from '../queue-mail.ts';
import { holdSession } from '../session.ts';
import { issueChallenge, takeChallenge } from './challenge.ts';
import { expected, proved, relyingParty } from './relying-party.ts';
import { passkeysOf } from './rows.ts';

const most = 10;

/** `POST /account/passkeys/options`: what a browser makes a passkey with. It lets somebody in, so the password is asked for. */
export const newPasskeyOptions: ReaderRoute = {
  method: 'post',
  path: '/account/passkeys/options',
  act: async (exchange) => {
    const { payload, options, input } = exchange;
    const reader = await requireReader(exchange);
    const { password } = parseInput(passwordProofInput, input);
    await provePassword(exchange, reader, password);
    const known = await passkeysOf(payload, reader.id);
    if (known.length >= most) {
      throw new ReaderFailure('invalid-input', {
        detail: `An account has at most ${most} passkeys. Remove one first.`,
      });
    }
    const { generateRegistrationOptions } = await import('@simplewebauthn/server');
    const json = await generateRegistrationOptions({
      rpName: relyingParty(options.publicURL),
      rpID: relyingParty(options.publicURL),
      userName: reader.email,
      userDisplayName: reader.name,
      userID: new Uint8Array(Buffer.from(reader.id.replaceAll('-', ''), 'hex')),
      challenge: await issueChallenge(payload, reader.id),
      attestationType: 'none',
      excludeCredentials: known.map(({ id, transports }) => ({
        id,
        transports: transports.split(',').filter(Boolean),
      })),
      authenticatorSelection: { residentKey: 'required', userVerification: 'required' },
    });
    return { status: 200, json };
  },
};

/** `POST /account/passkeys`: keeps the passkey that a browser made with these options, and tells its reader by mail. */
export const addPasskey: ReaderRoute = {
  method: 'post',
  path: '/account/passkeys',
  act: async (exchange) => {
    const { payload, options, headers } = exchange;
    const reader = await requireReader(exchange);
    const { name, credential } = await verifyNew(exchange, reader.id);
    await inTransaction(payload, async (req) => {
      const handle = await transactionHandle(req);
      if (!(await holdSession(req, headers.get('cookie'), options.publicURL)))
        throw new ReaderFailure('login-required');
      const { rows } = await handle.execute(sql`
        insert into reader_passkeys (id, reader_id, public_key, counter, transports, device, name)
        values (${credential.id}, ${reader.id}, ${Buffer.from(credential.publicKey).toString('base64url')},
          ${credential.counter}, ${(credential.transports ?? []).join(',')}, ${describeDevice(headers.get('user-agent'))}, ${name})
        on conflict (id) do nothing returning id`);
      if (rows.length === 0) throw new ReaderFailure('passkey-wrong', { detail: 'It belongs to an account already.' });
      const url = new URL(readerRoutes.accountPasskeys, options.publicURL).href;
      await queueMail(req, reader.email, passkeyAdded(await newsroomName(req), url), reader.id);
    });
    return { status: 201, json: { to: `${readerRoutes.accountPasskeys}?done=passkey` } };
  },
};

async function verifyNew({ payload, options, input }: Exchange, reader: string) {
  const { passkey, name } = parseInput(newPasskeyInput, input);
  const { verifyRegistrationResponse } = await import('@simplewebauthn/server');
  const { registrationInfo } = await proved(
    verifyRegistrationResponse({
      response: passkey as unknown as RegistrationResponseJSON,
      expectedChallenge: (challenge) => takeChallenge(payload, reader, challenge),
      ...expected(options.publicURL),
    }),
  );
  return { name, credential: registrationInfo.credential };
}
