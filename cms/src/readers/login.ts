import { loginForm } from '@dateline/shared/forms';
import { loginInput, returnTo, type Me } from '@dateline/shared/reader';
import type { Page } from './answer.ts';
import { afterFailure, drawFailure, hasOwnPage, typed, type ReaderRoute } from './exchange.ts';
import { parseInput, ReaderFailure } from './failure.ts';
import { limitRate } from './limit-rate.ts';
import { passwordFits } from './password.ts';
import { readerByEmail } from './reader-rows.ts';
import { startSession } from './start-session.ts';

const draw = (state: Parameters<typeof loginForm>[0]): Page => ({
  title: 'Log in',
  html: loginForm(state),
});

/** `GET /login` */
export const loginPage: ReaderRoute = {
  method: 'get',
  path: '/login',
  page: true,
  act: async ({ input }) => ({ status: 200, page: draw({ returnTo: returnTo.parse(input.returnTo) }) }),
};

const wrong = () =>
  new ReaderFailure('wrong-credentials', {
    detail: 'If you have only just registered, open the link in our mail first.',
  });

/**
 * `POST /login`: a session under a new id. Whether the address or the password is wrong, nobody is told.
 * Who is suspended or banned learns why, and gets a session in which they see to what is kept of them.
 */
export const login: ReaderRoute = {
  method: 'post',
  path: '/login',
  act: async (exchange) => {
    const { payload, input, address, asPage } = exchange;
    const credentials = parseInput(loginInput, input);
    await limitRate(payload, 'login', credentials.email, address);
    const reader = await readerByEmail(payload, credentials.email);
    const fits = await passwordFits(reader?.passwordHash, credentials.password);
    if (!reader?.passwordHash || !fits || reader.status === 'unverified') throw wrong();
    if (!(await startSession(exchange, reader, { passwordHash: reader.passwordHash }))) throw wrong();
    const answer: Me = { id: reader.id, name: reader.name, email: reader.email };
    return asPage ? { to: credentials.returnTo } : { status: 200, json: answer };
  },
  redraw: (input, failure) =>
    hasOwnPage(failure)
      ? drawFailure(input, failure)
      : draw({
          values: typed(input),
          returnTo: returnTo.parse(input.returnTo),
          ...afterFailure(failure),
        }),
};
