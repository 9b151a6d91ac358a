import { escapeHtml } from '@dateline/shared/html';
import { problems } from '@dateline/shared/problem';
import { comingBack, readerRoutes } from '@dateline/shared/routes';
import type { Payload } from 'payload';
import { present, presentFailure, type Answer, type Page } from './answer.ts';
import { barred } from './barred.ts';
import { clientAddress } from './client-address.ts';
import { ReaderFailure } from './failure.ts';
import type { ReaderOptions } from './options.ts';
import { bodyKind, readBody } from './read-body.ts';
import { requireSameOrigin } from './same-origin.ts';
import { noCookies, readSession, type SignedInReader } from './session.ts';
import { isUnavailable } from './unavailable.ts';

/** One request to the reader API, read, and what its answer is made with. */
export interface Exchange {
  payload: Payload;
  options: ReaderOptions;
  headers: Headers;
  /** The fields of the body, or of the query where there is no body. Not yet parsed. */
  input: Record<string, unknown>;
  /** Whether a browser without script is asking: pages and redirects instead of JSON. */
  asPage: boolean;
  address: string | undefined;
  /** Cookies that the answer sets. */
  cookies: string[];
  barred: ReaderRoute['barred'];
}

/** One endpoint of the reader API. */
export interface ReaderRoute {
  method: 'get' | 'post';
  /** Under the reader API's base: `/login`. */
  path: string;
  /** Whether a GET is answered with a page. */
  page?: boolean;
  /** Whether a token in the query authorises a POST, from any site and with any body: mail programs send it (RFC 8058). */
  byToken?: boolean;
  /** Of a reader who is suspended or banned: whether they may do it too, or are nobody here. They are refused otherwise. */
  barred?: 'may' | 'are-nobody';
  act: (exchange: Exchange) => Promise<Answer>;
  /** Draws the form again after a failure, with what was typed. There is no exchange where the request was not in order. */
  redraw?: (
    input: Record<string, unknown>,
    failure: ReaderFailure,
    exchange: Exchange | undefined,
  ) => Page | Promise<Page>;
}

/**
 * Answers a request to one endpoint. Whatever fails, the answer is a problem or a page with a sentence.
 * @param getPayload Asked only when the request itself is in order, since it may not be there.
 */
export async function answer(
  route: ReaderRoute,
  options: ReaderOptions,
  request: Request,
  getPayload: () => Promise<Payload>,
): Promise<Response> {
  const asPage =
    route.method === 'get' || route.byToken ? Boolean(route.page ?? route.byToken) : wantsPage(request.headers);
  let input: Record<string, unknown> = Object.fromEntries(new URL(request.url).searchParams);
  let exchange: Exchange | undefined;
  try {
    if (route.method === 'post' && !route.byToken) {
      requireSameOrigin(request.headers, options.publicURL);
      input = await readBody(request);
    }
    exchange = {
      payload: await getPayload(),
      options,
      headers: request.headers,
      input,
      asPage,
      address: clientAddress(request, options.trustedProxyHops ?? 0),
      cookies: [],
      barred: route.barred,
    };
    return await present(options, await route.act(exchange), exchange.cookies);
  } catch (error) {
    const failure = asFailure(error);
    if (failure.code === 'internal') console.error(`${route.method} ${route.path}:`, error);
    if (!asPage) return await refuse(options, failure, request);
    return await presentFailure(options, failure, await (route.redraw ?? drawFailure)(input, failure, exchange));
  }
}

/** A failure where no form is drawn again: as a page to browsers that were led here, as a problem to programs. */
export const refuse = (options: ReaderOptions, failure: ReaderFailure, { headers }: Pick<Request, 'headers'>) =>
  presentFailure(options, failure, acceptsPages(headers) ? drawFailure({}, failure) : undefined);

const acceptsPages = (headers: Headers) => (headers.get('accept') ?? '').includes('text/html');

function wantsPage(headers: Headers): boolean {
  const kind = bodyKind(headers);
  return kind === undefined ? acceptsPages(headers) : kind === 'form';
}

function asFailure(error: unknown): ReaderFailure {
  if (error instanceof ReaderFailure) return error;
  return new ReaderFailure(isUnavailable(error) ? 'paused' : 'internal', { cause: error });
}

/** What a failure says, in one line. */
export const sayFailure = (failure: ReaderFailure) =>
  [problems[failure.code][1], failure.detail].filter(Boolean).join(' ');

/** The page of a failure that has no form to be drawn again. */
export function drawFailure(_input: Record<string, unknown>, failure: ReaderFailure): Page {
  const title = problems[failure.code][1].replace(/\.$/, '');
  const detail = failure.detail ? `<p>${escapeHtml(failure.detail)}</p>` : '';
  return { title, html: detail + wayOn(failure) };
}

/** Whether a failure is told on a page of its own, since its form cannot be sent whatever is corrected in it. */
export const hasOwnPage = ({ code }: ReaderFailure) =>
  code === 'login-required' || code === 'suspended' || code === 'banned';

function wayOn({ code, detail }: ReaderFailure): string {
  const login = escapeHtml(comingBack(readerRoutes.login, readerRoutes.account));
  if (code === 'login-required') return `<p><a href="${login}">Log in</a></p>`;
  // Where they are told of it: whoever is kept from registering has none.
  if (code === 'suspended' || (code === 'banned' && detail))
    return `<p><a href="${readerRoutes.account}">Your account</a></p>`;
  return '';
}

/**
 * The reader whose session this is.
 * @throws ReaderFailure `login-required`, which takes the useless cookies away; `suspended` or `banned`.
 */
export async function requireReader(exchange: Exchange): Promise<SignedInReader> {
  const reader = await findReader(exchange);
  if (reader) return reader;
  throw new ReaderFailure('login-required', { cookies: noCookies(exchange.options.publicURL) });
}

/**
 * The reader whose session this is, or undefined for nobody.
 * @throws ReaderFailure `suspended` or `banned`, where the route is not for such readers.
 */
export async function findReader(exchange: Exchange): Promise<SignedInReader | undefined> {
  const { payload, headers, options, address } = exchange;
  const session = await readSession(payload, headers.get('cookie'), options.publicURL, address);
  exchange.cookies.push(...(session?.cookies ?? []));
  const reader = session?.reader;
  if (!reader?.bar || exchange.barred === 'may') return reader;
  if (exchange.barred === 'are-nobody') return undefined;
  throw await barred(payload, reader.id, reader.bar);
}

/** What a form says when it is drawn again after a failure. */
export const afterFailure = (failure: ReaderFailure) => ({
  ...(failure.fields && { fields: failure.fields }),
  error: sayFailure(failure),
});

const secrets = ['password', 'newPassword', 'token'];

/** What was typed, to be drawn again: text only, and never a secret. */
export function typed(input: Record<string, unknown>): Record<string, string> {
  const kept = Object.entries(input).filter(([name, value]) => typeof value === 'string' && !secrets.includes(name));
  return Object.fromEntries(kept) as Record<string, string>;
}
