import { createServer, type IncomingHttpHeaders, type ServerResponse } from 'node:http';
import { text } from 'node:stream/consumers';
import { listen } from './listen.ts';

export interface Received {
  method: string;
  path: string;
  headers: IncomingHttpHeaders;
  body: string;
}

/** A real HTTP server that keeps what it is sent, and answers as it is told; it lives as long as the test file. */
export async function startReceiver() {
  const received: Received[] = [];
  const plan: ((response: ServerResponse) => void)[] = [];
  const server = createServer((request, response) => {
    void text(request).then((body) => {
      const { method = '', url: path = '', headers } = request;
      received.push({ method, path, headers, body });
      const answer = plan.shift() ?? ((response) => response.writeHead(204).end());
      answer(response);
    });
  });
  const url = await listen(server);
  return {
    url,
    received,
    /** How the next call is answered; one that is not told is a success. */
    answerNext: (status: number, headers: Record<string, string> = {}, body = '') =>
      plan.push((response) => response.writeHead(status, headers).end(body)),
    /** Leaves the next call without an answer. Returns what answers it after all. */
    holdNext(): Promise<() => void> {
      const held = Promise.withResolvers<() => void>();
      plan.push((response) => held.resolve(() => response.writeHead(204).end()));
      return held.promise;
    },
  };
}
