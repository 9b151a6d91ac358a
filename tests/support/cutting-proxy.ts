import { createServer } from 'node:http';
import { close, open } from './listen.ts';

/** Stands before a server and cuts answers off. */
export interface CuttingProxy {
  url: string;
  /** Passes so many bytes of the next good answer's body on, and then drops the connection; `gently` ends the answer as though it were whole. */
  cutNext(bytes: number, gently?: boolean): void;
  /** Sends requests to another server from now on. */
  pointAt(upstream: string): void;
  close(): Promise<void>;
}

/** Starts a proxy to a server of HTTP on a port of the kernel's choice. */
export async function cuttingProxy(upstream: string): Promise<CuttingProxy> {
  let target = upstream;
  let cut: { bytes: number; gently: boolean } | undefined;
  const server = createServer((request, response) => {
    void (async () => {
      const { authorization = '' } = request.headers;
      const answer = await fetch(target + request.url, { headers: { authorization } });
      const { 'content-type': type = '', 'dateline-contract': contract = '' } = Object.fromEntries(answer.headers);
      response.writeHead(answer.status, { 'content-type': type, 'dateline-contract': contract });
      const given = answer.ok ? cut : undefined;
      if (answer.ok) cut = undefined;
      let left = given?.bytes ?? Infinity;
      for await (const chunk of answer.body ?? []) {
        response.write(chunk.subarray(0, Math.min(left, chunk.length)));
        left -= chunk.length;
        if (left > 0) continue;
        // What was written is let out before the connection goes.
        await new Promise<void>((resolve) => response.write('', () => resolve()));
        if (!given?.gently) return void response.destroy();
        break;
      }
      response.end();
    })().catch((error: unknown) => response.destroy(error as Error));
  });
  const url = await open(server);
  return {
    url,
    cutNext: (bytes, gently = false) => void (cut = { bytes, gently }),
    pointAt: (next) => void (target = next),
    close: () => close(server),
  };
}
