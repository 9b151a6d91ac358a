import { open, type FileHandle } from 'node:fs/promises';
import type { IncomingMessage, ServerResponse } from 'node:http';
import path from 'node:path';
import { pipeline } from 'node:stream/promises';
import { contentTypeOf, isText } from '@dateline/shared/content-types';
import { cacheControlOf, revalidated } from '@dateline/shared/page-headers';
import { acceptedCodings, codings, type Coding } from './accept-encoding.ts';
import { rangeOf } from './byte-range.ts';
import { isKnown, isSame } from './conditions.ts';
import { sayPlainly } from './plain-page.ts';

/** An open file, and how its bytes are coded. */
interface Opened {
  file: FileHandle;
  coding: Coding;
}

/** The file in the form that the client likes best of those that are there. */
export async function openBest(root: string, name: string, req: IncomingMessage): Promise<Opened | undefined> {
  const wanted = isText(name) ? acceptedCodings(req.headers['accept-encoding']?.toString()) : ['identity' as const];
  for (const coding of wanted) {
    const ending = codings.find((known) => known.coding === coding)?.ending ?? '';
    const file = await openFile(path.join(root, name + ending));
    if (file) return { file, coding };
  }
  return undefined;
}

/** The file if it is there and a file. */
export async function openFile(name: string): Promise<FileHandle | undefined> {
  const file = await open(name).catch(orMissing);
  if (!file || (await file.stat()).isFile()) return file;
  await file.close();
  return undefined;
}

export function orMissing(error: NodeJS.ErrnoException): undefined {
  if (error.code && ['ENOENT', 'ENOTDIR', 'EISDIR', 'ENAMETOOLONG', 'ELOOP'].includes(error.code)) return undefined;
  throw error;
}

/** Sends an open file: what it is and how long is asked of the handle, since the name may be given to another one meanwhile. */
export async function sendFile(
  { file, coding }: Opened,
  name: string,
  req: IncomingMessage,
  res: ServerResponse,
  status: number,
): Promise<void> {
  try {
    const stat = await file.stat({ bigint: true });
    const size = Number(stat.size);
    // A sibling is a file of its own, so that each representation has its own tag.
    const etag = `"${stat.ino.toString(36)}-${stat.size.toString(36)}-${stat.mtimeNs.toString(36)}"`;
    res.setHeader('etag', etag);
    res.setHeader('cache-control', status === 200 ? cacheControlOf(name) : revalidated);
    if (isText(name)) res.setHeader('vary', 'Accept-Encoding');
    else res.setHeader('accept-ranges', 'bytes');
    if (status === 200 && isKnown(req.headers['if-none-match'], etag)) {
      res.writeHead(304).end();
      return;
    }
    const asksForPart =
      status === 200 && req.method === 'GET' && !isText(name) && isSame(req.headers['if-range']?.toString(), etag);
    const range = asksForPart ? rangeOf(req.headers.range, size) : undefined;
    if (range === 'unsatisfiable') {
      res.setHeader('content-range', `bytes */${size}`);
      res.setHeader('cache-control', 'no-store');
      return sayPlainly(res, 416, 'The file has no such part.');
    }
    if (range) res.setHeader('content-range', `bytes ${range.first}-${range.last}/${size}`);
    if (coding !== 'identity') res.setHeader('content-encoding', coding);
    res.writeHead(range ? 206 : status, {
      'content-type': contentTypeOf(name),
      'content-length': range ? range.last - range.first + 1 : size,
    });
    if (req.method === 'HEAD') res.end();
    else
      await pipeline(
        file.createReadStream({ autoClose: false, start: range?.first ?? 0, end: range?.last ?? Infinity }),
        res,
      );
  } finally {
    await file.close();
  }
}
