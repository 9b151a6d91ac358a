import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import fs from 'node:fs/promises';
import path from 'node:path';
import { promisify } from 'node:util';
import { root } from '../../scripts/child.ts';
import { freshDirectory } from './newsroom.ts';

const run = promisify(execFile);

/** Installs here what is installed in the project: the packages' links as they are, over the one store of their files. */
async function linkPackages(folder: string, checkout: string): Promise<void> {
  const from = path.join(root, folder, 'node_modules');
  // Names with a dot are caches, and the store.
  const filter = (source: string) => !path.relative(from, source).startsWith('.');
  await fs.cp(from, path.join(checkout, folder, 'node_modules'), { recursive: true, verbatimSymlinks: true, filter });
}

/**
 * A checkout in a directory of its own with nothing built in it: the sources as they are here, committed or not, so
 * that what both build is the same.
 */
export async function cleanCheckout(): Promise<string> {
  const checkout = path.join(await freshDirectory(), 'checkout');
  const listed = await run('git', ['ls-files', '-z', '--cached', '--others', '--exclude-standard'], { cwd: root });
  const files = listed.stdout.split('\0').filter((file) => file !== '' && existsSync(path.join(root, file)));
  for (const file of files) await fs.cp(path.join(root, file), path.join(checkout, file));
  for (const folder of ['.', 'shared', 'cms', 'site']) await linkPackages(folder, checkout);
  await fs.symlink(path.join(root, 'node_modules', '.pnpm'), path.join(checkout, 'node_modules', '.pnpm'));
  return checkout;
}
