import fs from 'node:fs';
import path from 'node:path';

/** Writes files below a directory, by their path in it. */
export function writeTree(dir: string, files: Iterable<readonly [file: string, text: string]>): void {
  const made = new Set<string>();
  for (const [file, text] of files) {
    const at = path.join(dir, file);
    const folder = path.dirname(at);
    if (!made.has(folder)) fs.mkdirSync(folder, { recursive: true });
    made.add(folder);
    fs.writeFileSync(at, text);
  }
}
