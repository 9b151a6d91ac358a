import { registerForm } from '@dateline/shared/forms';
import { registerInput, returnTo, type registered, type RegisterInput } from '@dateline/shared/reader';
import { readerRoutes, routes } from '@dateline/shared/routes';
import { sql } from '@payloadcms/db-postgres';
import type { PayloadRequest } from 'payload';
import type { z } from 'zod';
import { inTransaction, transactionHandle } from '../in-transaction.ts';
import type { Page } from './answer.ts';
import { afterFailure, typed, type ReaderRoute } from './exchange.ts';
import { refuseGuessable } from './common-password.ts';
import { parseInput } from './failure.ts';
import { countRegistration, isBurst, limitRate } from './limit-rate.ts';
import { confirmAddress, registeredAlready } from './mails.ts';
import { newsroomName } from './newsroom-name.ts';
import { hashPassword } from './password.ts';
import { takeProof } from './proof-of-work.ts';
import { queueMail } from './queue-mail.ts';
import { isPending, readerByEmail } from './reader-rows.ts';
import { refuseAddress } from './refuse-address.ts';
import { refuseName } from './refuse-name.ts';
import { issueToken } from './tokens.ts';

const draw = (state: Parameters<typeof registerForm>[0]): Page => ({
  title: 'Register',
  html: registerForm(state),
});

/** `GET /register` */
export const registerPage: ReaderRoute = {
  method: 'get',
  path: '/register',
  page: true,
  act: async ({ input }) => ({ status: 200, page: draw({ returnTo: returnTo.parse(input.returnTo) }) }),
};

const message =
  'We have sent a mail to this address. Open the link in it to confirm that it is yours. If nothing comes, look among the unwanted mail.';

/**
 * `POST /register`: answers the same for every address, and does the same work, so that nobody learns from it
 * who has an account. What there is to be said, the address's owner is told by mail. In a burst, whoever has not proved some work
 * is not refused either: their mail waits for its turn.
 */
export const register: ReaderRoute = {
  method: 'post',
  path: '/register',
  act: async ({ payload, options, input, address, asPage }) => {
    const registration = parseInput(registerInput, input);
    await refuseGuessable('password', registration.password, [registration.name, registration.email]);
    await limitRate(payload, 'mail', registration.email, address);
    await refuseAddress(payload, registration.email, address);
    await refuseName(payload, registration.name);
    const passwordHash = await hashPassword(registration.password);
    if (!registration.website) {
      await countRegistration(payload);
      const inTurn = (await isBurst(payload)) && !(await takeProof(payload, registration.proof));
      const { publicURL } = options;
      await inTransaction(payload, (req) => writeRegistration(req, publicURL, registration, passwordHash, inTurn));
    }
    if (!asPage) return { status: 202, json: { sent: true, message } satisfies z.infer<typeof registered> };
    return {
      status: 202,
      page: { title: 'Look into your mail', html: `<p role="status">${message}</p>` },
    };
  },
  redraw: (input, failure) =>
    draw({
      values: typed(input),
      returnTo: returnTo.parse(input.returnTo),
      ...afterFailure(failure),
    }),
};

async function writeRegistration(
  req: PayloadRequest,
  publicURL: string,
  { email, name, returnTo }: RegisterInput,
  passwordHash: string,
  inTurn: boolean,
) {
  const { payload } = req;
  const handle = await transactionHandle(req);
  // Two registrations of one address at once: the second waits, and finds the first.
  await handle.execute(sql`select pg_advisory_xact_lock(hashtextextended(${email}, 0))`);
  const known = await readerByEmail(payload, email, req);
  const newsroom = await newsroomName(req);
  if (known && !isPending(known)) {
    // Not to where whoever typed the address wants to be: that would be their words.
    const url = new URL(routes.login, publicURL).href;
    return await queueMail(req, known.email, registeredAlready(newsroom, url), known.id, { inTurn });
  }
  const data = { email, name, status: 'unverified' };
  const reader = known ?? (await payload.create({ collection: 'readers', data, depth: 0, req }));
  const token = await issueToken(req, String(reader.id), { purpose: 'verify', name, passwordHash, returnTo });
  const url = new URL(`${readerRoutes.verify}?token=${token}`, publicURL).href;
  return await queueMail(req, email, confirmAddress(newsroom, url), String(reader.id), { inTurn });
}
