import { verifyForm } from '@dateline/shared/forms';
import { verifyInput } from '@dateline/shared/reader';
import { routes } from '@dateline/shared/routes';
import type { PayloadRequest } from 'payload';
import { inTransaction } from '../in-transaction.ts';
import { drawTerms } from './account/agree.ts';
import type { Page } from './answer.ts';
import { drawFailure, sayFailure, type ReaderRoute } from './exchange.ts';
import { parseInput, ReaderFailure } from './failure.ts';
import { accountPolicy } from './retention/policy.ts';
import { showAuthor } from './show-author.ts';
import { startSession } from './start-session.ts';
import { takeToken } from './tokens.ts';

const draw = (token: string, terms: string, error?: string): Page => ({
  title: 'Confirm your address',
  html: [
    terms && `<section class="terms"><h2>With it you agree to our terms</h2>${drawTerms(terms)}</section>`,
    verifyForm({ token, returnTo: routes.account, ...(error && { error }) }),
  ].join(''),
});

/** `GET /verify?token=`: one button. It changes nothing, since programs that look through mail open links too. */
export const verifyPage: ReaderRoute = {
  method: 'get',
  path: '/verify',
  page: true,
  act: async ({ payload, input }) => {
    const { token } = parseInput(verifyInput, input);
    return { status: 200, page: draw(token, (await accountPolicy(payload)).terms) };
  },
};

/** `POST /verify`: confirms the address, once, and logs in. A suspension that goes on for the address says so instead. */
export const verify: ReaderRoute = {
  method: 'post',
  path: '/verify',
  act: async (exchange) => {
    const { token } = parseInput(verifyInput, exchange.input);
    const { reader, status, returnTo } = await inTransaction(exchange.payload, (req) => confirm(req, token));
    await startSession(exchange, { ...reader, status });
    return exchange.asPage ? { to: returnTo } : { status: 200, json: reader };
  },
  redraw: (input, failure) =>
    // Only what may pass is worth another press of the button.
    failure.code === 'paused' && typeof input.token === 'string'
      ? draw(input.token, '', sayFailure(failure))
      : drawFailure(input, failure),
};

async function confirm(req: PayloadRequest, token: string) {
  const expired = new ReaderFailure('link-expired', { detail: 'Log in, or register again to be sent a new one.' });
  const pending = await takeToken(req, 'verify', token);
  if (!pending) throw expired;
  const now = new Date().toISOString();
  const { terms, termsVersion } = await accountPolicy(req.payload, req);
  const { docs } = await req.payload.update({
    collection: 'readers',
    // Suspended in the meantime: a link from before does not bring them back.
    where: { id: { equals: pending.reader }, status: { in: ['unverified', 'unclaimed'] } },
    data: {
      name: pending.name,
      passwordHash: pending.passwordHash,
      status: 'active',
      verifiedAt: now,
      ...(terms && { termsVersion, termsAgreedAt: now }),
    },
    depth: 0,
    req,
  });
  const [reader] = docs;
  if (!reader) throw expired;
  // Of one whom nobody had claimed.
  await showAuthor(req, pending.reader);
  return {
    reader: { id: String(reader.id), name: pending.name, email: String(reader.email) },
    status: String(reader.status),
    returnTo: pending.returnTo,
  };
}
