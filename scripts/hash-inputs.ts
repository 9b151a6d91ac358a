import { createHash } from 'node:crypto';
import fs from 'node:fs/promises';
import path from 'node:path';
import { root } from './child.ts';

const notSource =
  /^(node_modules|dist|coverage|\..*|next-env\.d\.ts|README\.md|.*\.test\.tsx?|.*\.tsbuildinfo|.*\.tgz)$/;

/** A short hash of everything that a build is made of: sources, lock file, the Node that builds, and `more`. */
export async function hashInputs(folders: string[], more: string[] = []): Promise<string> {
  const hash = createHash('sha256').update([process.version, process.arch, ...more].join('\n'));
  hash.update(await fs.readFile(path.join(root, 'pnpm-lock.yaml')));
  for (const folder of folders) {
    for (const file of (await sourcesIn(path.join(root, folder))).sort()) {
      hash.update(`\0${path.relative(root, file)}\0`).update(await fs.readFile(file));
    }
  }
  return hash.digest('hex').slice(0, 16);
}

async function sourcesIn(folder: string): Promise<string[]> {
  const entries = (await fs.readdir(folder, { withFileTypes: true })).filter((entry) => !notSource.test(entry.name));
  const found = await Promise.all(
    entries.map(async (entry) => {
      const at = path.join(folder, entry.name);
      return entry.isDirectory() ? sourcesIn(at) : [at];
    }),
  );
  return found.flat();
}
