import { once } from 'node:events';
import { createReadStream } from 'node:fs';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import { pipeline } from 'node:stream/promises';
import { contractHeader, contractVersion, receipt } from '@dateline/shared/feed';
import { documentId } from '@dateline/shared/id';
import { describeProblem, type Problem, type ProblemCode } from '@dateline/shared/problem';
import { feedRoutes } from '@dateline/shared/routes';
import type { Payload } from 'payload';
import { listen, type Listener } from './await-change.ts';
import { CursorUnknown, parseCursor } from './cursor.ts';
import { mediaFile } from './media-file.ts';
import { presence } from './presence.ts';
import { openFeed } from './read-feed.ts';
import { storeReceipt } from './store-receipt.ts';
import { bearsToken } from './token.ts';

interface FeedOptions {
  getPayload: () => Promise<Payload>;
  /** What a builder must show as its bearer token. */
  token: string;
}

interface Desk {
  listener: Listener;
  see: ReturnType<typeof presence>;
}

const longestWait = 30;
const largestReceipt = 1024 * 1024;
const mediaPath = /^\/feed\/media\/([0-9a-f-]{36})\/([a-z][a-z0-9-]*)$/;

/** A request that is answered with a problem, and nothing more to be said of it. */
class Refusal extends Error {
  readonly problem: Problem;

  constructor(code: ProblemCode, detail?: string) {
    super(detail ?? code);
    this.problem = describeProblem(code, detail === undefined ? {} : { detail });
  }
}

async function readBody(request: IncomingMessage): Promise<unknown> {
  const chunks: Buffer[] = [];
  let length = 0;
  for await (const chunk of request as AsyncIterable<Buffer>) {
    length += chunk.length;
    if (length > largestReceipt) throw new Refusal('too-large');
    chunks.push(chunk);
  }
  try {
    return JSON.parse(Buffer.concat(chunks).toString('utf8'));
  } catch {
    throw new Refusal('bad-request', 'The body is not JSON.');
  }
}

function readWait(text: string | null): number {
  const seconds = Number(text ?? 0);
  if (!(seconds >= 0)) throw new Refusal('bad-request', 'Give wait as a number of seconds.');
  return Math.min(seconds, longestWait) * 1000;
}

async function answerFeed(
  request: IncomingMessage,
  url: URL,
  response: ServerResponse,
  payload: Payload,
  { listener, see }: Desk,
): Promise<void> {
  const text = url.searchParams.get('after');
  const after = text ? parseCursor(text) : null;
  const wait = readWait(url.searchParams.get('wait'));
  await see(payload.db.pool, request.headers, wait > 0);
  const gone = new AbortController();
  response.on('close', () => gone.abort());
  const until = performance.now() + wait;
  for (;;) {
    // Begun before the feed is read, so that nothing slips between.
    const change = new AbortController();
    const left = until - performance.now();
    const next = left > 0 ? listener.next(left, AbortSignal.any([gone.signal, change.signal])) : undefined;
    const feed = await openFeed(payload.db.pool, after).catch((error: unknown) => {
      change.abort();
      throw error;
    });
    if (!feed.isEmpty || !next || gone.signal.aborted) {
      change.abort();
      response.writeHead(200, { 'content-type': 'application/x-ndjson; charset=utf-8' });
      return await pipeline(feed.text(), response);
    }
    await next;
  }
}

async function answerMedia(id: string, size: string, response: ServerResponse, payload: Payload): Promise<void> {
  const file = documentId.safeParse(id).success ? await mediaFile(payload, id, size) : undefined;
  if (!file) throw new Refusal('not-found');
  const bytes = createReadStream(file.path);
  await once(bytes, 'open').catch((error: NodeJS.ErrnoException) => {
    // Anything else may pass: to a builder, what is not found is not there.
    if (error.code !== 'ENOENT') throw error;
    throw new Refusal('not-found', 'The image is known, but its file is missing.');
  });
  response.writeHead(200, { 'content-type': file.mime, 'x-content-type-options': 'nosniff' });
  await pipeline(bytes, response);
}

async function answerReceipt(request: IncomingMessage, response: ServerResponse, payload: Payload): Promise<void> {
  const given = receipt.safeParse(await readBody(request));
  if (!given.success) throw new Refusal('invalid-input', 'This is no receipt of the contract.');
  await storeReceipt(payload.db.pool, given.data);
  response.writeHead(204).end();
}

async function answer(
  request: IncomingMessage,
  response: ServerResponse,
  options: FeedOptions,
  desk: Desk,
): Promise<void> {
  if (!bearsToken(request.headers.authorization, options.token)) {
    throw new Refusal('feed-token-wrong', 'Send FEED_TOKEN as a bearer token: it must be the same on both sides.');
  }
  const url = new URL(request.url ?? '/', 'http://feed');
  const [, id, size] = mediaPath.exec(url.pathname) ?? [];
  const isReceipt = url.pathname === feedRoutes.receipts;
  if (url.pathname !== feedRoutes.feed && !isReceipt && !id) throw new Refusal('not-found');
  if (request.method !== (isReceipt ? 'POST' : 'GET')) throw new Refusal('method-not-allowed');
  const payload = await options.getPayload();
  if (isReceipt) await answerReceipt(request, response, payload);
  else if (id && size) await answerMedia(id, size, response, payload);
  else await answerFeed(request, url, response, payload, desk);
}

function refuse(response: ServerResponse, error: unknown): void {
  // Cut short: without its last line the reader knows that there is more.
  if (response.headersSent) return void response.destroy();
  const problem =
    error instanceof Refusal
      ? error.problem
      : error instanceof CursorUnknown
        ? describeProblem('cursor-unknown', { detail: error.message })
        : describeProblem('internal');
  response.writeHead(problem.status, { 'content-type': 'application/problem+json' }).end(JSON.stringify(problem));
}

/** The back channel: the feed, the images that it names, and what builders tell of their work. Not listening yet. */
export function createFeedServer(options: FeedOptions): Server {
  const listener = listen(options.getPayload);
  const desk: Desk = { listener, see: presence() };
  const server = createServer((request, response) => {
    response.setHeader(contractHeader, String(contractVersion));
    response.setHeader('cache-control', 'no-store');
    answer(request, response, options, desk).catch((error: unknown) => {
      refuse(response, error);
      if (error instanceof Refusal || error instanceof CursorUnknown || response.destroyed) return;
      process.stderr.write(`The feed failed: ${error instanceof Error ? error.message : String(error)}\n`);
    });
  });
  server.on('close', () => void listener.close());
  return server;
}
