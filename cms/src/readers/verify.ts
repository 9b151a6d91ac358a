import { verifyForm } from '@dateline/shared/forms';
import { verifyInput } from '@dateline/shared/reader';
import { routes } from '@dateline/shared/routes';
import type { PayloadRequest } from 'payload';
import { inTransaction } from '../in-transaction.ts';
import type { Page } from './answer.ts';
import { drawFailure, sayFailure, type ReaderRoute } from './exchange.ts';
import { parseInput, ReaderFailure } from './failure.ts';
import { createSession, endSession } from './session.ts';
import { takeToken } from './tokens.ts';

const draw = (token: string, error?: string): Page => ({
  title: 'Confirm your address',
  html: `${verifyForm({ token, returnTo: routes.account, ...(error && { error }) })}`,
});

/** `GET /verify?token=`: one button. It changes nothing, since programs that look through mail open links too. */
export const verifyPage: ReaderRoute = {
  method: 'get',
  path: '/verify',
  page: true,
  act: async ({ input }) => ({ status: 200, page: draw(parseInput(verifyInput, input).token) }),
};

/** `POST /verify`: confirms the address, once, and logs in. */
export const verify: ReaderRoute = {
  method: 'post',
  path: '/verify',
  act: async ({ payload, options, input, headers, cookies, asPage }) => {
    const { token } = parseInput(verifyInput, input);
    const { reader, returnTo } = await inTransaction(payload, (req) => confirm(req, token));
    await endSession(payload, headers.get('cookie'), options.publicURL);
    cookies.push(...(await createSession(payload, reader.id, options.publicURL)));
    return asPage ? { to: returnTo } : { status: 200, json: reader };
  },
  redraw: (input, failure) =>
    // Only what may pass is worth another press of the button.
    failure.code === 'paused' && typeof input.token === 'string'
      ? draw(input.token, sayFailure(failure))
      : drawFailure(input, failure),
};

async function confirm(req: PayloadRequest, token: string) {
  const expired = new ReaderFailure('link-expired', { detail: 'Log in, or register again to be sent a new one.' });
  const pending = await takeToken(req, token);
  if (!pending) throw expired;
  const { docs } = await req.payload.update({
    collection: 'readers',
    // Suspended in the meantime: a link from before does not bring them back.
    where: { id: { equals: pending.reader }, status: { equals: 'unverified' } },
    data: {
      name: pending.name,
      passwordHash: pending.passwordHash,
      status: 'active',
      verifiedAt: new Date().toISOString(),
    },
    depth: 0,
    req,
  });
  const [reader] = docs;
  if (!reader) throw expired;
  return {
    reader: { id: String(reader.id), name: pending.name, email: String(reader.email) },
    returnTo: pending.returnTo,
  };
}
