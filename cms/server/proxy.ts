import { ServerResponse, type ClientRequest, type IncomingMessage } from 'node:http';
import type { Socket } from 'node:net';
import type { Duplex } from 'node:stream';
import { createProxyServer } from 'httpxy';
import { cappedBody, isTooLarge, refuseBody } from './desk-body.ts';
import { deskPolicy } from './desk-policy.ts';
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
  const passedOn = new WeakMap<IncomingMessage, ClientRequest>();
  const refused = new WeakSet<IncomingMessage>();
  proxy.on('proxyReq', (onward, req) => void passedOn.set(req, onward));
  proxy.on('error', (_error, req, res) => {
    if (req && refused.has(req)) return;
    if (!(res instanceof ServerResponse) || res.headersSent || res.destroyed) res?.destroy();
    else sayPlainly(res, 502, down);
  });
  const forward = (req: IncomingMessage) => {
    const { headers } = req;
    const address = req.socket.remoteAddress ?? '';
    headers['x-forwarded-for'] = [headers['x-forwarded-for'], address].filter(Boolean).join(', ');
    headers['x-forwarded-host'] = headers.host;
    // Answered here already.
    delete headers.expect;
    headers['x-forwarded-proto'] = new URL(adminURL).protocol.replace(':', '');
  };
  return {
    web: async (req, res) => {
      if (!upstream) return sayPlainly(res, 502, down);
      if (!servedByAdmin(req.url ?? '')) return sayPlainly(res, 404, 'There is nothing here.');
      if (isTooLarge(req)) return refuseBody(req, res);
      forward(req);
      // Next reads the nonce from the request. An answer that brings a policy of its own, as a preview does, keeps that.
      const policy = deskPolicy();
      req.headers['content-security-policy'] = policy;
      res.setHeader('content-security-policy', policy);
      const buffer = cappedBody(req, () => {
        refused.add(req);
        passedOn.get(req)?.destroy();
        refuseBody(req, res);
      });
      await proxy.web(req, res, buffer && { buffer });
    },
    upgrade: async (req, socket, head) => {
      socket.on('error', () => socket.destroy());
      if (!upstream) return void socket.destroy();
      forward(req);
      await proxy.ws(req, socket as Socket, {}, head);
    },
  };
}

/** Payload would serve the reader API among its own; there it would know no client's address, so it is only served here. */
function servedByAdmin(url: string): boolean {
  let decoded: string;
  try {
    // As a URL first, so that no dots hide the way.
    decoded = decodeURIComponent(new URL(`http://desk${url}`).pathname);
  } catch {
    return false;
  }
  return !decoded.toLowerCase().replace(/\/+/g, '/').startsWith('/admin/api/reader/');
}
