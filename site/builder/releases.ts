import {
  cpSync,
  existsSync,
  linkSync,
  mkdirSync,
  readdirSync,
  readlinkSync,
  renameSync,
  rmSync,
  statSync,
  symlinkSync,
} from 'node:fs';
import { basename, join } from 'node:path';
import { openSnapshot } from '../snapshot/open.ts';
import { forgetRoutes } from '../snapshot/routes.ts';
import { assetsOf } from './bundle.ts';
import type { Outlet } from './deploy.ts';

/** One rendering of the site by one bundle: `releases/<id>/{public,snapshot.sqlite}`. */
export interface Release extends Outlet {
  id: string;
  directory: string;
  snapshotFile: string;
}

const releasesOf = (siteDir: string) => join(siteDir, 'releases');
const currentOf = (siteDir: string) => join(siteDir, 'current');

/** The id of the release that readers are given; undefined before the first. */
function currentRelease(siteDir: string): string | undefined {
  const link = currentOf(siteDir);
  return existsSync(link) ? basename(readlinkSync(link)) : undefined;
}

const releaseAt = (siteDir: string, id: string): Release => {
  const directory = join(releasesOf(siteDir), id);
  return {
    id,
    directory,
    publicDir: join(directory, 'public'),
    incoming: join(directory, 'incoming'),
    snapshotFile: join(directory, 'snapshot.sqlite'),
  };
};

/** Files whose names hold their hash are the same in every release: they are linked, not copied. */
function linkFiles(from: string, to: string): void {
  if (!existsSync(from)) return;
  mkdirSync(to, { recursive: true });
  for (const file of readdirSync(from)) {
    if (!existsSync(join(to, file))) linkSync(join(from, file), join(to, file));
  }
}

/** Takes over from the release that readers are given: the documents, the images, and the old assets for pages in flight. */
function takeOver(before: Release, directory: string): void {
  const old = openSnapshot(before.snapshotFile);
  const copy = join(directory, 'snapshot.sqlite');
  old.run('vacuum into ?', copy);
  old.close();
  const snapshot = openSnapshot(copy);
  forgetRoutes(snapshot);
  snapshot.close();
  for (const folder of ['media', '_astro']) {
    linkFiles(join(before.publicDir, folder), join(directory, 'public', folder));
  }
}

/** Opens the release of a bundle, or begins one. It is there whole or not at all, however the builder ends. */
export function openRelease(siteDir: string, id: string, bundleDirectory: string): Release {
  const release = releaseAt(siteDir, id);
  if (!existsSync(release.directory)) {
    const preparing = join(releasesOf(siteDir), `.${id}`);
    rmSync(preparing, { recursive: true, force: true });
    mkdirSync(join(preparing, 'public'), { recursive: true });
    if (existsSync(assetsOf(bundleDirectory))) {
      cpSync(assetsOf(bundleDirectory), join(preparing, 'public'), { recursive: true });
    }
    const current = currentRelease(siteDir);
    if (current) takeOver(releaseAt(siteDir, current), preparing);
    renameSync(preparing, release.directory);
  }
  rmSync(release.incoming, { recursive: true, force: true });
  mkdirSync(release.incoming);
  return release;
}

/** Gives readers a release from one moment to the next, and keeps only the one before it. */
export function switchTo(siteDir: string, release: Release): void {
  const before = currentRelease(siteDir);
  if (before === release.id) return;
  const link = join(siteDir, `.current-${process.pid}`);
  rmSync(link, { force: true });
  symlinkSync(join('releases', release.id), link);
  renameSync(link, currentOf(siteDir));
  for (const id of readdirSync(releasesOf(siteDir))) {
    if (id !== before && id !== release.id && statSync(join(releasesOf(siteDir), id)).isDirectory()) {
      rmSync(join(releasesOf(siteDir), id), { recursive: true, force: true });
    }
  }
}
