import { randomBytes } from 'node:crypto';
import { existsSync } from 'node:fs';
import fs from 'node:fs/promises';
import path from 'node:path';
import { root, runChild } from './child.ts';
import { hashInputs } from './hash-inputs.ts';
import { withLock } from './lock.mjs';
import { step } from './progress.ts';
import { pruneBuilds, useBuild } from './prune-builds.ts';

const siteBuilds = path.join(root, '.dateline', 'builds');
const adminBuilds = path.join(root, 'cms', '.next-builds');

/*
 * A build stands under the hash of what it was made of, so one that is served is never replaced, and two that need the
 * same wait for one another.
 */
async function buildOnce(builds: string, key: string, title: string, make: (directory: string) => Promise<void>) {
  const directory = path.join(builds, key);
  const complete = path.join(directory, '.complete');
  await withLock(`build ${directory}`, async () => {
    if (existsSync(complete)) return;
    await fs.rm(directory, { recursive: true, force: true });
    await fs.mkdir(builds, { recursive: true });
    await step(title, () => make(directory));
    await fs.writeFile(complete, '');
  });
  await useBuild(directory);
  await pruneBuilds(builds);
  return directory;
}

/** Bundles the site if its sources changed. Returns the bundle's directory, for `SITE_BUNDLE`. */
export async function buildSite(): Promise<string> {
  const key = await hashInputs(['site', 'shared']);
  return buildOnce(siteBuilds, key, 'Bundling the site', async (directory) => {
    const temporary = `${directory}.${randomBytes(4).toString('hex')}`;
    const astro = 'site/node_modules/astro/bin/astro.mjs';
    await runChild(astro, {}, { cwd: path.join(root, 'site'), args: ['build', '--silent', '--outDir', temporary] });
    await fs.rename(temporary, directory);
  });
}

/** Builds the desk if its sources changed. Returns the directory relative to `cms/`, for `NEXT_DIST`. */
export async function buildAdmin(): Promise<string> {
  const key = await hashInputs(['cms', 'shared']);
  const directory = await buildOnce(adminBuilds, key, 'Building the desk', async (made) => {
    const dist = path.relative(path.join(root, 'cms'), made);
    // Nothing is connected to while building: these only let the configuration be read.
    const stand = {
      DATABASE_URL: 'postgres://127.0.0.1:1/none',
      PAYLOAD_SECRET: 'only-for-building',
      FEED_TOKEN: 'only-for-building',
    };
    const env = { ...stand, NEXT_DIST: dist };
    await runChild('cms/node_modules/next/dist/bin/next', env, { cwd: path.join(root, 'cms'), args: ['build'] });
    // Next ends well even where a worker of its was lost half-way.
    if (!existsSync(path.join(made, 'BUILD_ID'))) throw new Error(`The build of the desk in ${made} is not whole.`);
  });
  return path.relative(path.join(root, 'cms'), directory);
}
