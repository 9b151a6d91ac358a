import { readFile, stat } from 'node:fs/promises';
import path from 'node:path';

/** What has become of an address: it leads on, or what stood there is gone. */
export type Rule = { status: 301; to: string } | { status: 410 };

interface Departures {
  version: string;
  lines: Buffer;
}

/** By file, as last read. */
const read = new Map<string, Departures>();

const lineFeed = 10;

/**
 * The rule of the builder's `_redirects` for a path, decoded. A former address has a page as well, for hosts that
 * serve files alone, so this is asked before the files are. The file is read when it has changed, and never parsed as a whole.
 */
export async function findRule(root: string, asked: string): Promise<Rule | undefined> {
  const file = path.join(root, '_redirects');
  const found = await stat(file, { bigint: true }).catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return undefined;
    throw error;
  });
  if (!found) return undefined;
  const version = `${found.ino}-${found.size}-${found.mtimeNs}`;
  let departures = read.get(file);
  if (departures?.version !== version) {
    departures = { version, lines: await readFile(file) };
    read.clear();
    read.set(file, departures);
  }
  const from = asked.split('/').map(encodeURIComponent).join('/');
  return ruleOf(departures.lines, from.endsWith('/') ? from : `${from}/`);
}

/**
 * The rule for an address, by halving: a hundred thousand lines are some seventeen looks.
 * @param lines `from to status`, in the order of their bytes. A place to lead to is a path of this site, and nothing
 * else is believed.
 */
export function ruleOf(lines: Buffer, from: string): Rule | undefined {
  const key = Buffer.from(`${from} `);
  for (let low = 0, high = lines.length; low < high;) {
    const middle = (low + high) >> 1;
    const start = middle === 0 ? 0 : lines.lastIndexOf(lineFeed, middle - 1) + 1;
    const next = lines.indexOf(lineFeed, middle);
    const end = next < 0 ? lines.length : next;
    const order = key.compare(lines, start, Math.min(end, start + key.length));
    if (order === 0) return parseRule(lines.toString('latin1', start + key.length, end));
    if (order < 0) high = start;
    else low = end + 1;
  }
  return undefined;
}

function parseRule(text: string): Rule | undefined {
  const [to = '', status] = text.split(' ');
  if (status === '410') return { status: 410 };
  return /^\/(?![/\\])/.test(to) ? { status: 301, to } : undefined;
}
