import fs from 'node:fs';
import path from 'node:path';

/** A file that is waited for. */
export interface Awaited {
  /** The moment, of `performance.now()`, at which it was seen as wanted. */
  seen: Promise<number>;
  /** Stops waiting. */
  close: () => void;
}

const textOf = (file: string): string | undefined => {
  try {
    return fs.readFileSync(file, 'utf8');
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return undefined;
    throw error;
  }
};

/** The deepest folder on the way to a file that is there. */
function folderTowards(file: string): string {
  let folder = path.dirname(file);
  while (!fs.existsSync(folder)) folder = path.dirname(folder);
  return folder;
}

/**
 * Waits until a file's text is as wanted. It looks whenever the kernel tells that something in its folder changed, so that
 * waiting takes nothing from the processors that are measured.
 */
export function awaitFile(file: string, isWanted: (text: string) => boolean): Awaited {
  const { promise: seen, resolve, reject } = Promise.withResolvers<number>();
  let watcher: fs.FSWatcher | undefined;
  let watched: string | undefined;
  let isOver = false;
  const close = () => {
    isOver = true;
    watcher?.close();
  };
  const look = () => {
    if (isOver) return;
    const at = performance.now();
    const text = textOf(file);
    if (text !== undefined && isWanted(text)) {
      close();
      resolve(at);
      return;
    }
    const folder = folderTowards(file);
    if (folder === watched) return;
    watcher?.close();
    watched = folder;
    watcher = fs.watch(folder, look);
    watcher.on('error', reject);
    // For what happened before the folder was watched.
    look();
  };
  look();
  return { seen, close };
}
