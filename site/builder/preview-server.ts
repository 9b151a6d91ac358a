import { hash, timingSafeEqual } from 'node:crypto';
import { once } from 'node:events';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { json } from 'node:stream/consumers';
import { candidate, previewRoutes, type Candidate } from '@dateline/shared/preview';
import { describeProblem, type ProblemCode } from '@dateline/shared/problem';
import type { Snapshot } from '../snapshot/open.ts';
import { planOf, previewPage } from './preview.ts';
import type { Renderer } from './render.ts';
import type { Turns } from './turns.ts';

interface PreviewOptions {
  /** What the desk must show as its bearer token. */
  token: string;
  /** On loopback; 0 for any that is free. */
  port: number;
  snapshot: Snapshot;
  renderer: Renderer;
  /** Keeps a plan, which is a transaction, out of the work on the site. */
  turns: Turns;
}

const digest = (text: string) => hash('sha256', text, 'buffer');

function refuse(response: ServerResponse, code: ProblemCode, detail?: string): void {
  const problem = describeProblem(code, detail === undefined ? {} : { detail });
  response.writeHead(problem.status, { 'content-type': 'application/problem+json' }).end(JSON.stringify(problem));
}

async function readCandidate(request: IncomingMessage): Promise<Candidate | undefined> {
  const given: unknown = await json(request).catch(() => undefined);
  return candidate.safeParse(given).data;
}

/** Answers the desk's questions about drafts, on loopback. Nothing of a draft is kept or logged. */
export async function openPreview({ token, port, snapshot, renderer, turns }: PreviewOptions) {
  async function answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    response.setHeader('cache-control', 'no-store');
    if (!timingSafeEqual(digest(request.headers.authorization ?? ''), digest(`Bearer ${token}`))) {
      return refuse(response, 'feed-token-wrong');
    }
    const path = request.url ?? '';
    if (path !== previewRoutes.page && path !== previewRoutes.plan) return refuse(response, 'not-found');
    if (request.method !== 'POST') return refuse(response, 'method-not-allowed');
    const given = await readCandidate(request);
    if (!given) return refuse(response, 'invalid-input', 'This is no article of the contract.');
    if (path === previewRoutes.plan) {
      const plan = await turns(() => planOf(snapshot, given));
      response.writeHead(200, { 'content-type': 'application/json' }).end(JSON.stringify(plan));
      return;
    }
    const bytes = await previewPage(renderer, given);
    response.writeHead(200, { 'content-type': 'text/html; charset=utf-8' }).end(bytes);
  }
  const server = createServer((request, response) => {
    answer(request, response).catch((error: unknown) =>
      refuse(response, 'internal', error instanceof Error ? error.message : String(error)),
    );
  });
  server.listen(port, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('The preview is not listening on a port.');
  return {
    url: `http://127.0.0.1:${address.port}`,
    close: () => {
      server.close();
      server.closeAllConnections();
    },
  };
}
