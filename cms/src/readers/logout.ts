import { returnTo } from '@dateline/shared/reader';
import type { ReaderRoute } from './exchange.ts';
import { endSession, noCookies } from './session.ts';

/** `POST /logout`: ends the session here and in the browser; for nobody it does nothing, and says the same. */
export const logout: ReaderRoute = {
  method: 'post',
  path: '/logout',
  act: async ({ payload, options, headers, input, cookies, asPage }) => {
    await endSession(payload, headers.get('cookie'), options.publicURL);
    cookies.push(...noCookies(options.publicURL));
    return asPage ? { to: returnTo.parse(input.returnTo) } : { status: 204 };
  },
};
