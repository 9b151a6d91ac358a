import { unsubscribeForm } from '@dateline/shared/account-forms';
import { escapeHtml } from '@dateline/shared/html';
import { readerRoutes } from '@dateline/shared/routes';
import { inTransaction } from '../in-transaction.ts';
import type { Exchange, ReaderRoute } from './exchange.ts';
import { ReaderFailure } from './failure.ts';
import { limitRate } from './limit-rate.ts';
import { kinds } from './notify/preference.ts';
import { readUnsubscribeToken } from './notify/unsubscribe-token.ts';

function claimOf({ payload, input }: Exchange) {
  const claim = readUnsubscribeToken(payload.secret, input.token);
  if (claim) return claim;
  throw new ReaderFailure('not-found', {
    detail: 'The link is incomplete. Choose on your account page what you are told.',
  });
}

const what = (kind: keyof typeof kinds) => escapeHtml(kinds[kind].label.toLowerCase());

/** `GET /unsubscribe?token=`: one button, since programs that look through mail open links too. */
export const unsubscribePage: ReaderRoute = {
  method: 'get',
  path: '/unsubscribe',
  page: true,
  act: async (exchange) => {
    const { kind } = claimOf(exchange);
    const form = unsubscribeForm(String(exchange.input.token));
    return {
      status: 200,
      page: { title: 'Fewer mails', html: `<p>No more mails about this: ${what(kind)}?</p>${form}` },
    };
  },
};

/** `POST /unsubscribe?token=`: ends mails of a kind, for whoever has the link, from wherever (RFC 8058). */
export const unsubscribe: ReaderRoute = {
  method: 'post',
  path: '/unsubscribe',
  byToken: true,
  act: async (exchange) => {
    const { reader, kind } = claimOf(exchange);
    const data = { [kinds[kind].field]: 'off' };
    await limitRate(exchange.payload, 'unsubscribe', reader, exchange.address);
    const where = { id: { equals: reader } };
    await inTransaction(exchange.payload, (req) =>
      exchange.payload.update({ collection: 'readers', where, data, depth: 0, req }),
    );
    const html = `<p role="status">You get no more mails about this: ${what(kind)}.</p><p><a href="${readerRoutes.accountNotifications}">Choose what you are told</a></p>`;
    return { status: 200, page: { title: 'Fewer mails', html } };
  },
};
