import { resetForm } from '@dateline/shared/account-forms';
import { linkInput, resetInput, type ResetInput } from '@dateline/shared/reader';
import { readerRoutes } from '@dateline/shared/routes';
import type { PayloadRequest } from 'payload';
import { inTransaction } from '../in-transaction.ts';
import type { Page } from './answer.ts';
import { refuseGuessable } from './common-password.ts';
import { barred } from './barred.ts';
import { drawFailure, afterFailure, hasOwnPage, type ReaderRoute } from './exchange.ts';
import { parseInput, ReaderFailure } from './failure.ts';
import { passwordChanged } from './mails.ts';
import { newsroomName } from './newsroom-name.ts';
import { hashPassword } from './password.ts';
import { removePasskeysOf } from './passkeys/rows.ts';
import { queueMail } from './queue-mail.ts';
import { readerById } from './reader-rows.ts';
import { endSessionsOf } from './session.ts';
import { startSession } from './start-session.ts';
import { isTokenGood, takeToken } from './tokens.ts';

const draw = (state: Parameters<typeof resetForm>[0]): Page => ({
  title: 'Choose a new password',
  html: resetForm(state),
});

const expired = () => new ReaderFailure('link-expired', { detail: 'Ask for a new one where you log in.' });

/** `GET /reset?token=`: the form. It changes nothing, so that a program that opens the link does no harm. */
export const resetPage: ReaderRoute = {
  method: 'get',
  path: '/reset',
  page: true,
  act: async ({ payload, input }) => {
    const { token } = parseInput(linkInput, input);
    if (!(await isTokenGood(payload.db.drizzle, 'reset', token))) throw expired();
    return { status: 200, page: draw({ token }) };
  },
};

/** `POST /reset`: the new password, once; every session ends and every passkey goes, and this browser is logged in. */
export const reset: ReaderRoute = {
  method: 'post',
  path: '/reset',
  act: async (exchange) => {
    const { payload, options, input, asPage } = exchange;
    const wanted = parseInput(resetInput, input);
    // Before the work of hashing, which a wrong link is not worth.
    if (!(await isTokenGood(payload.db.drizzle, 'reset', wanted.token))) throw expired();
    const passwordHash = await hashPassword(wanted.password);
    const reader = await inTransaction(payload, (req) => change(req, options.publicURL, wanted, passwordHash));
    if (reader.status !== 'active') throw await barred(payload, reader.id, 'suspended');
    await startSession(exchange, reader, { passwordHash });
    return asPage ? { to: `${readerRoutes.account}?done=reset` } : { status: 204 };
  },
  redraw: (input, failure) =>
    failure.code === 'link-expired' || hasOwnPage(failure) || typeof input.token !== 'string'
      ? drawFailure(input, failure)
      : draw({
          token: input.token,
          ...afterFailure(failure),
        }),
};

async function change(req: PayloadRequest, publicURL: string, { token, password }: ResetInput, passwordHash: string) {
  const errand = await takeToken(req, 'reset', token);
  const reader = errand && (await readerById(req.payload, errand.reader, req));
  if (!reader) throw expired();
  // Thrown inside the transaction: the link stays good for another try.
  await refuseGuessable('password', password, [reader.name, reader.email]);
  // The link shows that the address is theirs.
  const isClaimed = reader.status === 'unclaimed';
  const claim = isClaimed ? { status: 'active', verifiedAt: new Date().toISOString() } : {};
  const data = { passwordHash, ...claim };
  const { status } = await req.payload.update({ collection: 'readers', id: reader.id, data, depth: 0, req });
  await endSessionsOf(req, reader.id);
  await removePasskeysOf(req, reader.id);
  const url = new URL(readerRoutes.forgot, publicURL).href;
  await queueMail(req, reader.email, passwordChanged(await newsroomName(req), url, true), reader.id);
  return { ...reader, status: String(status) };
}
