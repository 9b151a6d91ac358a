import fs from 'node:fs/promises';
import http from 'node:http';
import path from 'node:path';
import { createFrontServer } from '../../cms/server/front-server.ts';
import { listen, portOf } from '../support/listen.ts';
import { publicURL } from './reader-client.ts';

export type FrontServer = Awaited<ReturnType<typeof startFrontServer>>;

/** The real front server, whose reader API has no database. */
export async function startFrontServer({
  slowest,
  ...settings
}: {
  siteDir: string;
  adminURL?: string;
  adminUpstream?: string;
  /** For how long a body is waited for. */
  slowest?: number;
}) {
  const base = await listen(
    createFrontServer({
      publicURL,
      adminURL: publicURL,
      adminUpstream: undefined,
      api: { options: { publicURL, mail: { from: 'a@example.org' } }, getPayload: away, ...(slowest && { slowest }) },
      ...settings,
    }),
  );

  const port = portOf(base);

  /** A request exactly as written, which `fetch` would tidy up. */
  function ask(
    target: string,
    headers: Record<string, string> = {},
    method = 'GET',
  ): Promise<{ status: number; headers: http.IncomingHttpHeaders; body: string }> {
    return new Promise((resolve, reject) => {
      const request = http.request({ host: '127.0.0.1', port, path: target, method, headers }, (response) => {
        let body = '';
        response.setEncoding('utf8').on('data', (chunk) => (body += chunk));
        response.on('end', () => resolve({ status: response.statusCode ?? 0, headers: response.headers, body }));
      });
      request.on('error', reject).end();
    });
  }

  return { port, ask };
}

const away = () => Promise.reject(Object.assign(new Error('connect ECONNREFUSED'), { code: 'ECONNREFUSED' }));

/** Adds files to the release that is current. */
export async function writeRelease(siteDir: string, files: Record<string, string>): Promise<void> {
  for (const [name, text] of Object.entries(files)) {
    const file = path.join(siteDir, 'releases', 'one', 'public', name);
    await fs.mkdir(path.dirname(file), { recursive: true });
    await fs.writeFile(file, text);
  }
  await fs.rm(path.join(siteDir, 'current'), { force: true });
  await fs.symlink(path.join('releases', 'one'), path.join(siteDir, 'current'));
}
