import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Duplex } from 'node:stream';
import { createProxyServer } from 'httpxy';
import { sayPlainly } from './plain-page.ts';

/** Passes what belongs to the desk on to the server of the admin. */
export interface AdminProxy {
  web: (req: IncomingMessage, res: ServerResponse) => Promise<void>;
  upgrade: (req: IncomingMessage, socket: Duplex, head: Buffer) => Promise<void>;
}

/**
 * @param upstream Where the admin listens; undefined where there is none.
 * @param adminURL How browsers reach it, which Payload and Next must believe that they are.
 */
export function createAdminProxy(upstream: string | undefined, adminURL: string): AdminProxy {
  const down = 'The desk is not running at the moment. Try again in a minute.';
  const proxy = createProxyServer({ target: upstream ?? 'http://127.0.0.1:9', ws: true });
  // Each failure is answered where the request is passed on; without a listener it would end the process.
  proxy.on('error', () => {});
  const forward = (req: IncomingMessage) => {
    const { headers } = req;
    const address = req.socket.remoteAddress ?? '';
    headers['x-forwarded-for'] = [headers['x-forwarded-for'], address].filter(Boolean).join(', ');
    headers['x-forwarded-host'] = headers.host;
    headers['x-forwarded-proto'] = new URL(adminURL).protocol.replace(':', '');
  };
  return {
    web: async (req, res) => {
      if (!upstream || !servedByAdmin(req.url ?? ''))
        return sayPlainly(res, upstream ? 404 : 502, upstream ? 'There is nothing here.' : down);
      forward(req);
      try {
        await proxy.web(req, res);
      } catch (error) {
        if (res.headersSent || res.destroyed) res.destroy(error instanceof Error ? error : undefined);
        else sayPlainly(res, 502, down);
      }
    },
    upgrade: async (req, socket, head) => {
      socket.on('error', () => socket.destroy());
      if (!upstream) return void socket.destroy();
      forward(req);
      await proxy.ws(req, socket as never, {}, head).catch(() => socket.destroy());
    },
  };
}

/** Payload would serve the reader API among its own; there it would know no client's address, so it is only served here. */
export function servedByAdmin(url: string): boolean {
  const [path = ''] = url.split('?');
  let decoded = path;
  try {
    decoded = decodeURIComponent(path);
  } catch {
    return false;
  }
  return !decoded.toLowerCase().replace(/\/+/g, '/').startsWith('/admin/api/reader/');
}
