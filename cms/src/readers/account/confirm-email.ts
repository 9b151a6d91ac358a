import { confirmEmailForm } from '@dateline/shared/account-forms';
import { linkInput } from '@dateline/shared/reader';
import { readerRoutes, routes } from '@dateline/shared/routes';
import { sql } from '@payloadcms/db-postgres';
import type { PayloadRequest } from 'payload';
import { inTransaction, transactionHandle } from '../../in-transaction.ts';
import { takeComments } from '../anonymise.ts';
import { barred } from '../barred.ts';
import { drawFailure, findReader, type ReaderRoute } from '../exchange.ts';
import { parseInput, ReaderFailure } from '../failure.ts';
import { addressChanged } from '../mails.ts';
import { newsroomName } from '../newsroom-name.ts';
import { queueMail } from '../queue-mail.ts';
import { isPending, readerByEmail, readerById } from '../reader-rows.ts';
import { isTokenGood, takeToken } from '../tokens.ts';

const title = 'Confirm your new address';
const expired = () => new ReaderFailure('link-expired', { detail: 'Ask for a new one on your account page.' });

/** `GET /account/email/confirm?token=`: one button, since programs that look through mail open links too. */
export const confirmEmailPage: ReaderRoute = {
  method: 'get',
  path: '/account/email/confirm',
  page: true,
  act: async ({ payload, input }) => {
    const { token } = parseInput(linkInput, input);
    if (!(await isTokenGood(payload.db.drizzle, 'email', token))) throw expired();
    return { status: 200, page: { title, html: confirmEmailForm({ token }) } };
  },
};

/** `POST /account/email/confirm`: the account has its new address, and the old one is told. Logs nobody in. */
export const confirmEmail: ReaderRoute = {
  method: 'post',
  path: '/account/email/confirm',
  barred: 'are-nobody',
  act: async (exchange) => {
    const { payload, options, input, asPage } = exchange;
    const { token } = parseInput(linkInput, input);
    await inTransaction(payload, (req) => takeAddress(req, options.publicURL, token));
    if (!asPage) return { status: 204 };
    const reader = await findReader(exchange);
    if (reader) return { to: `${readerRoutes.account}?done=address` };
    const html = `<p role="status">From now on log in with it.</p><p><a href="${routes.login}">Log in</a></p>`;
    return { status: 200, page: { title: 'Your address is changed', html } };
  },
  redraw: drawFailure,
};

async function takeAddress(req: PayloadRequest, publicURL: string, token: string): Promise<void> {
  const { payload } = req;
  const errand = await takeToken(req, 'email', token);
  const reader = errand && (await readerById(payload, errand.reader, req));
  if (!reader) throw expired();
  if (reader.status === 'suspended') throw await barred(payload, reader.id, 'suspended');
  const { email } = errand;
  // Of two accounts that confirm one address at once, and whoever registers with it, the second waits and finds the first.
  const handle = await transactionHandle(req);
  await handle.execute(sql`select pg_advisory_xact_lock(hashtextextended(${email}, 0))`);
  const other = await readerByEmail(payload, email, req);
  // Somebody has confirmed the address as theirs since.
  if (other && !isPending(other)) throw expired();
  // A registration that nobody ever confirmed has no right to the address.
  if (other) {
    await takeComments(req, other.id, reader.id);
    await payload.delete({ collection: 'readers', id: other.id, depth: 0, req });
  }
  await payload.update({ collection: 'readers', id: reader.id, data: { email }, depth: 0, req });
  const url = new URL(routes.policies, publicURL).href;
  await queueMail(req, reader.email, addressChanged(await newsroomName(req), url), reader.id);
}
