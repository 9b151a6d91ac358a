import { ReaderFailure } from './failure.ts';

/**
 * Lets a request that changes something through only if a page of this site sent it. A browser always says
 * where a POST comes from, so one without an Origin is refused too.
 * @throws ReaderFailure `foreign-origin`
 */
export function requireSameOrigin(headers: Headers, publicURL: string): void {
  const own = new URL(publicURL).origin;
  const site = headers.get('sec-fetch-site');
  if (headers.get('origin') !== own || (site !== null && site !== 'same-origin')) {
    throw new ReaderFailure('foreign-origin', { detail: `Open ${own} and try again from there.` });
  }
}
