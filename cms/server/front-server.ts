import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { ReaderApi } from './api.ts';
import { sayPlainly } from './plain-page.ts';
import { createAdminProxy } from './proxy.ts';
import { serveStatic } from './static.ts';

export interface FrontOptions {
  siteDir: string;
  publicURL: string;
  adminURL: string;
  adminUpstream: string | undefined;
  api: ReaderApi;
}

const admin = /^\/admin(?:[/?]|$)/;
const api = /^\/api(?:[/?]|$)/;

let loaded: Promise<typeof import('./api.ts')> | undefined;
/** When first asked for: the files are served without Payload. */
const loadApi = () => (loaded ??= import('./api.ts'));

/** What readers and, where they share its origin, staff talk to: the site's files, the reader API, and the way to the desk. */
export function createFrontServer(options: FrontOptions): Server {
  const proxy = createAdminProxy(options.adminUpstream, options.adminURL);
  const ownHost = new URL(options.adminURL).host;
  const apart = ownHost !== new URL(options.publicURL).host;
  // Where the desk has a host of its own, it is on no other, and nothing else is on that one.
  const isDesk = (req: IncomingMessage) => admin.test(req.url ?? '') && (!apart || req.headers.host === ownHost);

  async function serve(req: IncomingMessage, res: ServerResponse): Promise<void> {
    const url = req.url ?? '';
    if (!url.startsWith('/')) return sayPlainly(res, 400, 'The request could not be read.');
    if (isDesk(req)) return await proxy.web(req, res);
    if (apart && req.headers.host === ownHost) return sayPlainly(res, 404, 'There is nothing here.');
    if (api.test(url)) {
      const { serveApi } = await loadApi();
      return await serveApi(options.api, req, res);
    }
    await serveStatic(options.siteDir, req, res);
  }

  const server = createServer({ headersTimeout: 10_000 }, (req, res) => {
    serve(req, res).catch((error: unknown) => {
      // Whoever went away while being answered is no failure of ours.
      if (res.destroyed) return;
      console.error(`${req.method} ${req.url}:`, error);
      if (res.headersSent) res.destroy();
      else sayPlainly(res, 500, 'Something went wrong on our side. Try again.');
    });
  });
  server.on('upgrade', (req, socket, head) => {
    if (isDesk(req)) proxy.upgrade(req, socket, head).catch(() => socket.destroy());
    else socket.destroy();
  });
  return server;
}
