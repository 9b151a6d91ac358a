import { readFile } from 'node:fs/promises';
import { shellSlot, shellTitle } from '@dateline/shared/shell';

/** Stands in for the site's shell while there is no site. */
export const plainShell = [
  `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>${shellTitle}</title>`,
  `<meta name="viewport" content="width=device-width"><meta name="robots" content="noindex"></head>`,
  `<body><main><h1>${shellTitle}</h1>${shellSlot}</main><p><a href="/">To the front page</a></p></body></html>`,
].join('');

/**
 * Reads the site's shell page; the plain one before the site is built.
 * @param path Of the file in the release that is current; it is read anew each time, since releases change.
 */
export const shellFile = (path: string) => async (): Promise<string> => {
  try {
    return await readFile(path, 'utf8');
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return plainShell;
    throw error;
  }
};
