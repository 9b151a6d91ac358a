import {
  cpSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  utimesSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { bundleId, requireBundle } from './bundle.ts';
import { failpoint } from './failpoint.ts';

/** A bundle that the site was made with, kept so that one can go back to it. */
export interface KeptBundle {
  id: string;
  directory: string;
  publicUrl: string;
  /** When the site was last built with it. */
  usedAt: Date;
}

/** How many bundles are kept: the one in use, and those before it. */
const kept = 5;

const bundlesOf = (siteDir: string) => join(siteDir, 'bundles');
const described = 'site.json';

/** Where a bundle that the site was made with is kept. */
export const bundleAt = (siteDir: string, id: string) => join(bundlesOf(siteDir), id);

/** Keeps a copy of a bundle beside the releases that it makes. Returns its id. */
export async function keepBundle(siteDir: string, directory: string, publicUrl: string): Promise<string> {
  requireBundle(directory);
  const id = await bundleId(directory, publicUrl);
  const home = bundleAt(siteDir, id);
  if (!existsSync(home)) {
    const preparing = join(bundlesOf(siteDir), `.${id}`);
    rmSync(preparing, { recursive: true, force: true });
    mkdirSync(bundlesOf(siteDir), { recursive: true });
    cpSync(directory, preparing, { recursive: true });
    writeFileSync(join(preparing, described), JSON.stringify({ publicUrl }));
    failpoint('before bundle');
    renameSync(preparing, home);
    failpoint('after bundle');
  }
  return id;
}

/** Notes that the site is made with a bundle now, and forgets those that were not for longest. */
export function useBundle(siteDir: string, id: string): void {
  const now = new Date();
  utimesSync(bundleAt(siteDir, id), now, now);
  for (const { directory } of keptBundles(siteDir).slice(kept)) rmSync(directory, { recursive: true, force: true });
}

/** The bundles that are kept, the last used first. */
export function keptBundles(siteDir: string): KeptBundle[] {
  const home = bundlesOf(siteDir);
  if (!existsSync(home)) return [];
  return readdirSync(home)
    .filter((id) => existsSync(join(home, id, described)))
    .map((id): KeptBundle => {
      const { publicUrl } = JSON.parse(readFileSync(join(home, id, described), 'utf8')) as { publicUrl: string };
      return { id, directory: join(home, id), publicUrl, usedAt: statSync(join(home, id)).mtime };
    })
    .sort((a, b) => b.usedAt.getTime() - a.usedAt.getTime());
}
