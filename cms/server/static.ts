import { open, realpath, type FileHandle } from 'node:fs/promises';
import type { IncomingMessage, ServerResponse } from 'node:http';
import path from 'node:path';
import { pipeline } from 'node:stream/promises';
import { pageHeaders } from '@dateline/shared/page-headers';
import { findRule } from './redirects.ts';
import { sayPlainly } from './plain-page.ts';

const types: Record<string, string> = {
  '.html': 'text/html; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.json': 'application/json',
  '.map': 'application/json',
  '.webmanifest': 'application/manifest+json',
  '.xml': 'application/xml; charset=utf-8',
  '.txt': 'text/plain; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.webp': 'image/webp',
  '.avif': 'image/avif',
  '.png': 'image/png',
  '.jpg': 'image/jpeg',
  '.jpeg': 'image/jpeg',
  '.gif': 'image/gif',
  '.ico': 'image/x-icon',
  '.woff2': 'font/woff2',
};

/** Their names change whenever their bytes do. */
const immutable = /^\/(_astro|media)\//;

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
  const rule = asked === undefined ? undefined : await findRule(root, asked);
  if (rule?.status === 301) return redirect(res, rule.to, query);
  if (asked && !rule && (await serveFile(root, asked, rawPath, query, req, res))) return;
  const missing = await openFile(path.join(root, '404.html'));
  if (!missing) return sayPlainly(res, rule ? 410 : 404, 'There is nothing here.');
  await send(missing, '/404.html', req, res, rule ? 410 : 404);
}

/** The real path, so that a request stays within one release even if another becomes current meanwhile. */
async function currentRelease(siteDir: string): Promise<string | undefined> {
  return await realpath(path.join(siteDir, 'current', 'public')).catch(orMissing);
}

function splitQuery(url: string): [path: string, query: string] {
  const mark = url.indexOf('?');
  return mark < 0 ? [url, ''] : [url.slice(0, mark), url.slice(mark)];
}

/**
 * The path that a URL asks for, decoded; undefined where it is none of ours: it leads upwards or to a dotfile,
 * is doubled or hides its slashes, or is one of the builder's own files.
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
    !decoded.startsWith('/') || /[\\\0]|\/\/|\/\./.test(decoded) || /^\/_(redirects|headers)$/i.test(decoded);
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
  const file = await openFile(path.join(root, name));
  if (file) {
    await send(file, name, req, res, 200);
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
  res.setHeader('cache-control', 'no-cache');
  sayPlainly(res, 301, 'This page has moved.');
}

/** The file if it is there and a file. */
async function openFile(name: string): Promise<FileHandle | undefined> {
  const file = await open(name).catch(orMissing);
  if (!file || (await file.stat()).isFile()) return file;
  await file.close();
  return undefined;
}

function orMissing(error: NodeJS.ErrnoException): undefined {
  if (error.code && ['ENOENT', 'ENOTDIR', 'EISDIR', 'ENAMETOOLONG', 'ELOOP'].includes(error.code)) return undefined;
  throw error;
}

/** Sends an open file: what it is and how long is asked of the handle, since the name may be given to another one meanwhile. */
async function send(
  file: FileHandle,
  name: string,
  req: IncomingMessage,
  res: ServerResponse,
  status: number,
): Promise<void> {
  try {
    const stat = await file.stat({ bigint: true });
    const etag = `"${stat.ino.toString(36)}-${stat.size.toString(36)}-${stat.mtimeNs.toString(36)}"`;
    res.setHeader('etag', etag);
    res.setHeader(
      'cache-control',
      immutable.test(name) && status === 200 ? 'public, max-age=31536000, immutable' : 'no-cache',
    );
    if (status === 200 && knows(req.headers['if-none-match'], etag)) {
      res.writeHead(304).end();
      return;
    }
    res.writeHead(status, {
      'content-type': types[path.extname(name)] ?? 'application/octet-stream',
      'content-length': Number(stat.size),
    });
    if (req.method === 'HEAD') res.end();
    else await pipeline(file.createReadStream({ autoClose: false }), res);
  } finally {
    await file.close();
  }
}

const knows = (ifNoneMatch: string | undefined, etag: string) =>
  ifNoneMatch?.split(',').some((known) => known.trim().replace(/^W\//, '') === etag || known.trim() === '*') ?? false;
