import { realpath } from 'node:fs/promises';
import type { IncomingMessage, ServerResponse } from 'node:http';
import path from 'node:path';
import { pageHeaders, revalidated } from '@dateline/shared/page-headers';
import { routes } from '@dateline/shared/routes';
import { findRule } from './redirects.ts';
import { openBest, openFile, orMissing, sendFile } from './send-file.ts';
import { sayPlainly } from './plain-page.ts';

/**
 * Serves the site's files from the release that is current. It knows neither Payload nor PostgreSQL: readers
 * read on when both are gone.
 * @param siteDir Holds `current`, a link to a release.
 */
export async function serveStatic(siteDir: string, req: IncomingMessage, res: ServerResponse): Promise<void> {
  for (const [name, value] of Object.entries(pageHeaders)) res.setHeader(name, value);
  if (req.method !== 'GET' && req.method !== 'HEAD') {
    res.setHeader('allow', 'GET, HEAD');
    return sayPlainly(res, 405, 'That cannot be done here.');
  }
  const root = await currentRelease(siteDir);
  if (!root) {
    res.setHeader('retry-after', '5');
    return sayPlainly(res, 503, 'The site is being built for the first time. It will be here in a moment.');
  }
  const [rawPath, query] = splitQuery(req.url ?? '/');
  const asked = safePath(rawPath);
  const rule = asked === undefined || isFileName(asked) ? undefined : await findRule(root, asked);
  if (rule?.status === 301) return redirect(res, rule.to, query);
  if (asked && !rule && (await serveFile(root, asked, rawPath, query, req, res))) return;
  const [status, page] = rule ? [410, routes.gone] : [404, routes.notFound];
  const says = await openBest(root, page, req);
  if (!says) return sayPlainly(res, status, 'There is nothing here.');
  await sendFile(says, page, req, res, status);
}

/** The real path, so that a request stays within one release even if another becomes current meanwhile. */
async function currentRelease(siteDir: string): Promise<string | undefined> {
  return await realpath(path.join(siteDir, 'current', 'public')).catch(orMissing);
}

function splitQuery(url: string): [path: string, query: string] {
  const mark = url.indexOf('?');
  return mark < 0 ? [url, ''] : [url.slice(0, mark), url.slice(mark)];
}

/** A file and not a page: no document ever stood there, since no slug holds a dot. */
const isFileName = (asked: string) => asked.includes('.');

/**
 * The path that a URL asks for, decoded; undefined where it is none of ours: it leads upwards or to a dotfile,
 * is doubled or hides its slashes, or is one of the builder's own files or a compressed sibling.
 */
function safePath(rawPath: string): string | undefined {
  if (/%2f|%5c/i.test(rawPath)) return undefined;
  let decoded: string;
  try {
    decoded = decodeURIComponent(rawPath);
  } catch {
    return undefined;
  }
  const refused =
    !decoded.startsWith('/') ||
    /[\\\0]|\/\/|\/\./.test(decoded) ||
    /^\/_(redirects|headers)$|\.(br|gz)$/i.test(decoded);
  return refused ? undefined : decoded;
}

async function serveFile(
  root: string,
  asked: string,
  rawPath: string,
  query: string,
  req: IncomingMessage,
  res: ServerResponse,
) {
  const isDirectory = asked.endsWith('/');
  const name = isDirectory ? `${asked}index.html` : asked;
  const opened = await openBest(root, name, req);
  if (opened) {
    await sendFile(opened, name, req, res, 200);
    return true;
  }
  if (isDirectory) return false;
  const index = await openFile(path.join(root, asked, 'index.html'));
  if (!index) return false;
  await index.close();
  redirect(res, `${rawPath}/`, query);
  return true;
}

function redirect(res: ServerResponse, to: string, query: string): void {
  res.setHeader('location', to + query);
  res.setHeader('cache-control', revalidated);
  sayPlainly(res, 301, 'This page has moved.');
}
