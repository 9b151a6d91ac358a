import { hash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';

/**
 * The files of a directory with a hash of each one's bytes, by path.
 * @param but Paths to leave out, by beginning.
 */
export function filesOf(directory: string, but: string[] = []): Record<string, string> {
  if (!existsSync(directory)) return {};
  const files = readdirSync(directory, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
  const found = files
    .map((entry) => path.join(entry.parentPath, entry.name))
    .map((file): [string, string] => [path.relative(directory, file), hash('sha256', readFileSync(file))])
    .filter(([file]) => !but.some((beginning) => file.startsWith(beginning)));
  return Object.fromEntries(found.sort(([a], [b]) => (a < b ? -1 : 1)));
}
