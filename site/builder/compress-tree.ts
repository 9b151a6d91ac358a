import { readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { isText } from '@dateline/shared/content-types';
import { compress } from './compress.ts';

/** Gives the files of text in a directory that nobody serves yet compressed siblings, as small as they get. */
export async function compressTree(directory: string): Promise<void> {
  const entries = await readdir(directory, { recursive: true, withFileTypes: true });
  for (const entry of entries) {
    if (!entry.isFile() || !isText(entry.name)) continue;
    const file = join(entry.parentPath, entry.name);
    for (const { ending, bytes } of await compress(await readFile(file), 'asset'))
      await writeFile(file + ending, bytes);
  }
}
