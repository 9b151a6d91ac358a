import type { IncomingMessage, ServerResponse } from 'node:http';
import { limits } from '@dateline/shared/limits';
import type { ProblemCode } from '@dateline/shared/problem';
import { readerBase } from '@dateline/shared/routes';
import type { Payload } from 'payload';
import { forwardedAddress, rememberAddress } from '../src/readers/client-address.ts';
import { readerTable } from '../src/readers/endpoints.ts';
import { answer, refuse, type ReaderRoute } from '../src/readers/exchange.ts';
import { ReaderFailure } from '../src/readers/failure.ts';
import type { ReaderOptions } from '../src/readers/options.ts';
import { sessionCookieOnly } from '../src/readers/session.ts';

export interface ReaderApi {
  options: ReaderOptions;
  /** May fail, while PostgreSQL is away; asked anew for each request. */
  getPayload: () => Promise<Payload>;
  /** For how long a body is waited for, in milliseconds. */
  slowest?: number;
}

/** All that the endpoints read. The Authorization header and the staff's cookies never reach Payload from here. */
const passedOn = ['accept', 'accept-language', 'content-type', 'origin', 'sec-fetch-site', 'user-agent'] as const;

/** Answers under `/api`: the endpoints of the reader API's own table, and nothing else. */
export async function serveApi(api: ReaderApi, req: IncomingMessage, res: ServerResponse): Promise<void> {
  const url = new URL(`http://local${req.url}`);
  const method = req.method === 'HEAD' ? 'get' : (req.method ?? '').toLowerCase();
  const there = readerTable.filter((route) => url.pathname === readerBase + route.path);
  const send = async (code: ProblemCode, more: Record<string, string> = {}) => {
    for (const [name, value] of Object.entries(more)) res.setHeader(name, value);
    const { accept = '' } = req.headers;
    await sendResponse(res, await refuse(api.options, new ReaderFailure(code), { headers: new Headers({ accept }) }));
  };
  if (there.length === 0) return await send('not-found');
  const route = there.find((route) => route.method === method);
  if (!route) {
    const allowed = there.flatMap((route) => (route.method === 'get' ? ['GET', 'HEAD'] : ['POST']));
    return await send('method-not-allowed', { allow: allowed.join(', ') });
  }
  const body = route.method === 'post' ? await readCapped(req, api.slowest) : null;
  if (body === 'too-large' || body === 'bad-request') return await send(body, { connection: 'close' });
  await sendResponse(res, await ask(api, route, makeRequest(api, req, url, route, body)));
}

/** Not by way of Payload's own router, which would look for a member of staff and their language first. */
const ask = ({ options, getPayload }: ReaderApi, route: ReaderRoute, request: Request): Promise<Response> =>
  answer(route, options, request, () =>
    getPayload().catch((cause: unknown) => {
      throw new ReaderFailure('paused', { cause });
    }),
  );

function makeRequest(
  { options }: ReaderApi,
  req: IncomingMessage,
  url: URL,
  route: ReaderRoute,
  body: Buffer<ArrayBuffer> | null,
): Request {
  const headers = new Headers();
  for (const name of passedOn) {
    const value = req.headers[name];
    if (typeof value === 'string') headers.set(name, value);
  }
  const cookie = sessionCookieOnly(req.headers.cookie, options.publicURL);
  if (cookie) headers.set('cookie', cookie);
  const target = new URL(url.pathname + url.search, options.publicURL);
  const request = new Request(target, { method: route.method.toUpperCase(), headers, body });
  const address = forwardedAddress(
    req.headers['x-forwarded-for']?.toString(),
    req.socket.remoteAddress,
    options.trustedProxyHops ?? 0,
  );
  if (address) rememberAddress(request, address);
  return request;
}

/** The whole body. One that is too large is not read to its end, and one that comes too slowly is not waited for. */
async function readCapped(
  req: IncomingMessage,
  slowest = 15_000,
): Promise<Buffer<ArrayBuffer> | 'too-large' | 'bad-request'> {
  if (Number(req.headers['content-length'] ?? 0) > limits.requestBody) return 'too-large';
  const chunks: Buffer[] = [];
  let size = 0;
  const deadline = setTimeout(() => req.destroy(), slowest);
  try {
    for await (const chunk of req) {
      size += chunk.length;
      if (size > limits.requestBody) return 'too-large';
      chunks.push(chunk);
    }
    return Buffer.concat(chunks);
  } catch {
    return 'bad-request';
  } finally {
    clearTimeout(deadline);
  }
}

async function sendResponse(res: ServerResponse, response: Response): Promise<void> {
  const body = Buffer.from(await response.arrayBuffer());
  const cookies = response.headers.getSetCookie();
  const headers = Object.fromEntries([...response.headers].filter(([name]) => name !== 'set-cookie'));
  res.writeHead(response.status, { ...headers, ...(cookies.length > 0 && { 'set-cookie': cookies }) });
  res.end(res.req.method === 'HEAD' ? undefined : body);
}
