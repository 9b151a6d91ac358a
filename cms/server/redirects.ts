import { readFile, stat } from 'node:fs/promises';
import path from 'node:path';

/** What has become of an address: it leads on, or what stood there is gone. */
export type Rule = { status: 301; to: string } | { status: 410 };

interface Rules {
  version: string;
  rules: ReadonlyMap<string, Rule>;
}

/** By release, as last read. */
const read = new Map<string, Rules>();

/**
 * The rule of the builder's `_redirects` for a path, decoded. A former address has a page as well, for hosts that
 * serve files alone, so this is asked before the files are.
 */
export async function findRule(root: string, asked: string): Promise<Rule | undefined> {
  const file = path.join(root, '_redirects');
  const found = await stat(file, { bigint: true }).catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return undefined;
    throw error;
  });
  if (!found) return undefined;
  const version = `${found.ino}-${found.size}-${found.mtimeNs}`;
  let rules = read.get(file);
  if (rules?.version !== version) {
    rules = { version, rules: parseRules(await readFile(file, 'utf8')) };
    read.clear();
    read.set(file, rules);
  }
  return rules.rules.get(asked) ?? rules.rules.get(`${asked}/`);
}

/** Lines of `from to status`. A place to lead to is a path of this site, and nothing else is believed. */
export function parseRules(text: string): Map<string, Rule> {
  const rules = new Map<string, Rule>();
  for (const line of text.split('\n')) {
    const [from, to, status] = line.trim().split(/\s+/);
    if (!from?.startsWith('/') || !to) continue;
    const key = decodeURIComponent(from);
    if (status === '410') rules.set(key, { status: 410 });
    else if (/^\/(?![/\\])/.test(to)) rules.set(key, { status: 301, to });
  }
  return rules;
}
