import { forgotForm } from '@dateline/shared/account-forms';
import { forgotInput, type registered } from '@dateline/shared/reader';
import { comingBack, readerRoutes, routes } from '@dateline/shared/routes';
import { sql } from '@payloadcms/db-postgres';
import type { PayloadRequest } from 'payload';
import type { z } from 'zod';
import { inTransaction, transactionHandle } from '../in-transaction.ts';
import type { Page } from './answer.ts';
import { afterFailure, typed, type ReaderRoute } from './exchange.ts';
import { parseInput } from './failure.ts';
import { limitRate } from './limit-rate.ts';
import { noAccount, resetPassword } from './mails.ts';
import { newsroomName } from './newsroom-name.ts';
import { queueMail } from './queue-mail.ts';
import { readerByEmail } from './reader-rows.ts';
import { issueToken } from './tokens.ts';

const draw = (state: Parameters<typeof forgotForm>[0]): Page => ({
  title: 'Choose a new password',
  html: forgotForm(state),
});

/** `GET /forgot` */
export const forgotPage: ReaderRoute = {
  method: 'get',
  path: '/forgot',
  page: true,
  act: async () => ({ status: 200, page: draw({}) }),
};

const message =
  'We have sent a mail to this address, with a link to choose a new password. If nothing comes, look among the unwanted mail.';

/** `POST /forgot`: the same answer and the same work for every address; only its owner learns whether it has an account. */
export const forgot: ReaderRoute = {
  method: 'post',
  path: '/forgot',
  act: async ({ payload, options, input, address, asPage }) => {
    const { email } = parseInput(forgotInput, input);
    await limitRate(payload, 'mail', email, address);
    await inTransaction(payload, (req) => writeReset(req, options.publicURL, email));
    if (!asPage) return { status: 202, json: { sent: true, message } satisfies z.infer<typeof registered> };
    return { status: 202, page: { title: 'Look into your mail', html: `<p role="status">${message}</p>` } };
  },
  redraw: (input, failure) =>
    draw({
      values: typed(input),
      ...afterFailure(failure),
    }),
};

async function writeReset(req: PayloadRequest, publicURL: string, email: string): Promise<void> {
  const handle = await transactionHandle(req);
  await handle.execute(sql`select pg_advisory_xact_lock(hashtextextended(${email}, 0))`);
  const reader = await readerByEmail(req.payload, email, req);
  const newsroom = await newsroomName(req);
  if (!reader || reader.status === 'unverified') {
    const url = new URL(comingBack(routes.register, routes.account), publicURL).href;
    return await queueMail(req, email, noAccount(newsroom, url));
  }
  const token = await issueToken(req, reader.id, { purpose: 'reset' });
  const url = new URL(`${readerRoutes.reset}?token=${token}`, publicURL).href;
  return await queueMail(req, email, resetPassword(newsroom, url), reader.id);
}
