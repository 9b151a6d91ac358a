import { existsSync, mkdirSync, rmdirSync, unlinkSync, writeFileSync } from 'node:fs';
import { open, rename } from 'node:fs/promises';
import { dirname, join, resolve, sep } from 'node:path';
import { isText } from '@dateline/shared/content-types';
import { fileOf } from '../snapshot/paths.ts';
import { compress, endings } from './compress.ts';
import { syncEach } from './durability.ts';
import { failpoint } from './failpoint.ts';
import type { Target } from './target.ts';

/** Where a release's files go. `incoming` is on the same file system, so that a file moves into place whole. */
export interface Outlet {
  publicDir: string;
  incoming: string;
}

const sequence = { next: 0 };

const codeOf = (error: unknown) => (error instanceof Error && 'code' in error ? error.code : undefined);

async function writeDurably(file: string, bytes: Uint8Array): Promise<void> {
  const handle = await open(file, 'w');
  try {
    await handle.writeFile(bytes);
    await handle.datasync();
  } finally {
    await handle.close();
  }
}

function removeFile(file: string): void {
  // Looked for first, since most are not there and an exception is dear.
  if (existsSync(file)) unlinkSync(file);
}

export interface DirectoryOptions {
  /** Whether files of text get compressed siblings, which web servers send as they are. */
  precompress: boolean;
  /**
   * Whether a file is on the disk before it is in place, so that no reader ever meets a torn one, asked at every step. Not so
   * in a release of many files that no reader is given yet, and that is written out whole before it is.
   */
  isDurable?: () => boolean;
}

/** A directory that a web server serves. */
export function directoryTarget(
  { publicDir, incoming }: Outlet,
  { precompress, isDurable = () => false }: DirectoryOptions,
): Target {
  const root = resolve(publicDir);
  /** The directories whose entries changed since the last `settle`. */
  let touched = new Set<string>();
  let settled = Promise.resolve();

  function placeOf(path: string): string {
    const file = join(root, fileOf(path));
    if (!file.startsWith(root + sep)) throw new Error(`The path ${path} leads out of the site.`);
    return file;
  }

  function makeFolder(folder: string): void {
    const first = mkdirSync(folder, { recursive: true });
    if (first === undefined) return;
    for (let made = folder; made.length >= first.length; made = dirname(made)) touched.add(dirname(made));
  }

  /** Makes bytes ready to be moved into place. */
  async function prepare(bytes: Uint8Array): Promise<string> {
    const temporary = join(incoming, `${process.pid}-${sequence.next++}`);
    failpoint('before write');
    if (isDurable()) await writeDurably(temporary, bytes);
    else writeFileSync(temporary, bytes);
    return temporary;
  }

  async function moveInto(file: string, temporary: string): Promise<void> {
    failpoint('before rename');
    try {
      await rename(temporary, file);
    } catch (error) {
      if (codeOf(error) !== 'ENOENT') throw error;
      makeFolder(dirname(file));
      await rename(temporary, file);
    }
    failpoint('after rename');
    touched.add(dirname(file));
  }

  function removeEmptyFolders(from: string): void {
    try {
      for (let folder = from; folder !== root; folder = dirname(folder)) {
        rmdirSync(folder);
        touched.add(dirname(folder));
      }
    } catch (error) {
      if (!['ENOTEMPTY', 'EEXIST', 'ENOENT'].includes(String(codeOf(error)))) throw error;
    }
  }

  return {
    async put(path, bytes, after) {
      const file = placeOf(path);
      const ready = prepare(bytes);
      failpoint('before compress');
      const compressed = precompress && isText(file) ? await compress(bytes, 'page') : [];
      const siblings = new Map(
        await Promise.all(compressed.map(async ({ ending, bytes }) => [ending, await prepare(bytes)] as const)),
      );
      const temporary = await ready;
      await after;
      // One after the other, the siblings first: none is ever older than the file that it stands beside.
      for (const ending of isText(file) ? endings : []) {
        const sibling = siblings.get(ending);
        if (sibling) await moveInto(file + ending, sibling);
        else removeFile(file + ending);
      }
      await moveInto(file, temporary);
    },

    async remove(path) {
      const file = placeOf(path);
      failpoint('before removal');
      if (isText(file)) for (const ending of endings) removeFile(file + ending);
      removeFile(file);
      touched.add(dirname(file));
      if (file.endsWith(`${sep}index.html`)) removeEmptyFolders(dirname(file));
    },

    settle() {
      const folders = touched;
      touched = new Set();
      // One that began before this may still be writing out what this is asked for.
      settled = Promise.all([settled, isDurable() && syncEach(folders)]).then(() => undefined);
      return settled;
    },
  };
}
