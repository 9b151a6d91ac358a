import { hash } from 'node:crypto';
import { mkdirSync, renameSync, rmdirSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join, resolve, sep } from 'node:path';
import { fileOf } from '../snapshot/paths.ts';

/** Where a release's files go. `incoming` is on the same file system, so that a file moves into place whole. */
export interface Outlet {
  publicDir: string;
  incoming: string;
}

export const hashOf = (bytes: Uint8Array | string) => hash('sha256', bytes).slice(0, 32);

const sequence = { next: 0 };

function placeOf({ publicDir }: Outlet, path: string): string {
  const root = resolve(publicDir);
  const file = join(root, fileOf(path));
  if (!file.startsWith(root + sep)) throw new Error(`The path ${path} leads out of the site.`);
  return file;
}

/** Puts a file in its place whole: whoever reads it gets the old bytes or the new ones. */
export function placeFile(outlet: Outlet, path: string, bytes: Uint8Array | string): void {
  const file = placeOf(outlet, path);
  const temporary = join(outlet.incoming, `${process.pid}-${sequence.next++}`);
  writeFileSync(temporary, bytes);
  try {
    renameSync(temporary, file);
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && error.code === 'ENOENT')) throw error;
    mkdirSync(dirname(file), { recursive: true });
    renameSync(temporary, file);
  }
}

const isLeft = (error: unknown) =>
  error instanceof Error && 'code' in error && ['ENOTEMPTY', 'EEXIST', 'ENOENT'].includes(String(error.code));

/** Takes a file away, and its folder where nothing else is in it. */
export function removeFile(outlet: Outlet, path: string): void {
  const file = placeOf(outlet, path);
  rmSync(file, { force: true });
  if (!file.endsWith(`${sep}index.html`)) return;
  try {
    rmdirSync(dirname(file));
  } catch (error) {
    if (!isLeft(error)) throw error;
  }
}
