import { execFile } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { open, readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';

/** How many files are written out at once: the disk takes what waits together. */
const atOnce = 16;

async function sync(path: string): Promise<void> {
  const handle = await open(path).catch((error: NodeJS.ErrnoException) => {
    // Taken away meanwhile; the folder that it stood in is written out too.
    if (error.code === 'ENOENT') return undefined;
    throw error;
  });
  try {
    await handle?.sync();
  } finally {
    await handle?.close();
  }
}

/** Makes files, or what was moved into directories and out of them, outlive a loss of power. */
export async function syncEach(paths: Iterable<string>): Promise<void> {
  const waiting = [...paths];
  const hand = async () => {
    for (let path = waiting.pop(); path !== undefined; path = waiting.pop()) await sync(path);
  };
  await Promise.all(Array.from({ length: atOnce }, hand));
}

/** Makes a directory with all that is in it outlive a loss of power: at once, or file by file where the machine has no way to. */
export async function syncTree(directory: string): Promise<void> {
  try {
    // Of GNU coreutils and BusyBox: writes out the whole file system that the directory is on.
    await promisify(execFile)('sync', ['-f', directory]);
  } catch {
    const entries = await readdir(directory, { recursive: true, withFileTypes: true });
    const paths = entries
      .filter((entry) => !entry.isSymbolicLink())
      .map(({ parentPath, name }) => join(parentPath, name));
    await syncEach([directory, ...paths]);
  }
}

const bootIdFile = '/proc/sys/kernel/random/boot_id';

/** A name for the time since this machine was started; always the same where the system has none. */
export const bootId = () => (existsSync(bootIdFile) ? readFileSync(bootIdFile, 'utf8').trim() : 'unknown');
