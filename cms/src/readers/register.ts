import { registerForm } from '@dateline/shared/forms';
import { registerInput, returnTo, type registered, type RegisterInput } from '@dateline/shared/reader';
import { comingBack, readerRoutes } from '@dateline/shared/routes';
import { sql } from '@payloadcms/db-postgres';
import type { Payload, PayloadRequest } from 'payload';
import type { z } from 'zod';
import { inTransaction, transactionHandle } from '../in-transaction.ts';
import type { Page } from './answer.ts';
import { sayFailure, typed, type ReaderRoute } from './exchange.ts';
import { parseInput } from './failure.ts';
import { limitRate } from './limit-rate.ts';
import { confirmAddress, registeredAlready } from './mails.ts';
import { hashPassword } from './password.ts';
import { queueMail } from './queue-mail.ts';
import { readerByEmail } from './reader-rows.ts';
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
 * who has an account. What there is to be said, the address's owner is told by mail.
 */
export const register: ReaderRoute = {
  method: 'post',
  path: '/register',
  act: async ({ payload, options, input, address, asPage }) => {
    const registration = parseInput(registerInput, input);
    await limitRate(payload, 'register', registration.email, address);
    const passwordHash = await hashPassword(registration.password);
    await inTransaction(payload, (req) => writeRegistration(req, options.publicURL, registration, passwordHash));
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
      ...(failure.fields && { fields: failure.fields }),
      error: sayFailure(failure),
    }),
};

async function writeRegistration(
  req: PayloadRequest,
  publicURL: string,
  { email, name, returnTo }: RegisterInput,
  passwordHash: string,
) {
  const { payload } = req;
  const handle = await transactionHandle(req);
  // Two registrations of one address at once: the second waits, and finds the first.
  await handle.execute(sql`select pg_advisory_xact_lock(hashtextextended(${email}, 0))`);
  const known = await readerByEmail(payload, email, req);
  const newsroom = await newsroomName(payload, req);
  if (known && known.status !== 'unverified') {
    const url = new URL(comingBack(readerRoutes.login, returnTo), publicURL).href;
    return await queueMail(req, known.email, registeredAlready(newsroom, url));
  }
  const data = { email, name, status: 'unverified' };
  const reader = known ?? (await payload.create({ collection: 'readers', data, depth: 0, req }));
  const token = await issueToken(req, { reader: String(reader.id), name, passwordHash, returnTo });
  const url = new URL(`${readerRoutes.verify}?token=${token}`, publicURL).href;
  return await queueMail(req, email, confirmAddress(newsroom, url));
}

async function newsroomName(payload: Payload, req: PayloadRequest): Promise<string> {
  const settings = await payload.findGlobal({ slug: 'newsroom-settings', depth: 0, req });
  return settings.name || 'our newsroom';
}
