import {
  cpSync,
  existsSync,
  linkSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  readlinkSync,
  renameSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { basename, join } from 'node:path';
import { copyDocuments } from '../snapshot/copy-documents.ts';
import { isReadable } from '../snapshot/open.ts';
import { assetsOf } from './bundle.ts';
import { bundleAt } from './bundles.ts';
import type { Outlet } from './directory-target.ts';
import { bootId, syncEach, syncTree } from './durability.ts';
import { failpoint } from './failpoint.ts';

/** One rendering of the site by one bundle: `releases/<bundle>-<number>/{public,snapshot.sqlite}`. */
export interface Release extends Outlet {
  id: string;
  directory: string;
  snapshotFile: string;
}

const releasesOf = (siteDir: string) => join(siteDir, 'releases');
const currentOf = (siteDir: string) => join(siteDir, 'current');

/** The id of the release that readers are given; undefined before the first. */
export function currentRelease(siteDir: string): string | undefined {
  const link = currentOf(siteDir);
  return existsSync(link) ? basename(readlinkSync(link)) : undefined;
}

/** The release that readers are given, if this program can go on with it; undefined where it has to make another. */
export function liveRelease(siteDir: string): string | undefined {
  const id = currentRelease(siteDir);
  if (!id || !isReadable(releaseAt(siteDir, id).snapshotFile)) return undefined;
  const bundle = bundleOf(id);
  return bundle !== '' && existsSync(bundleAt(siteDir, bundle)) ? id : undefined;
}

/** The bundle that a release is made with. */
export const bundleOf = (release: string) => /^([0-9a-f]+)-\d+$/.exec(release)?.[1] ?? '';
const numberOf = (release: string) => Number(/-(\d+)$/.exec(release)?.[1] ?? 0);

/** Every release that is there whole, the newest first. */
function everyRelease(siteDir: string): string[] {
  if (!existsSync(releasesOf(siteDir))) return [];
  return readdirSync(releasesOf(siteDir))
    .filter((id) => /^[0-9a-f]+-\d+$/.test(id))
    .sort((a, b) => numberOf(b) - numberOf(a));
}

export const releaseAt = (siteDir: string, id: string): Release => {
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
  if (isReadable(before.snapshotFile)) copyDocuments(before.snapshotFile, join(directory, 'snapshot.sqlite'));
  for (const folder of ['media', '_astro']) {
    linkFiles(join(before.publicDir, folder), join(directory, 'public', folder));
  }
}

const bootFile = (directory: string) => join(directory, 'boot');

/** The start of the machine since which a release is made. */
const bootOf = ({ directory }: Release) =>
  existsSync(bootFile(directory)) ? readFileSync(bootFile(directory), 'utf8') : undefined;

/**
 * The release that a bundle is to be rendered into, behind the one that readers have: one that a builder left unfinished,
 * or a new one. It is there whole or not at all, however the builder ends; of one that was unfinished when the power went,
 * files may be lost, and it is begun anew.
 */
export function nextRelease(siteDir: string, bundle: string): string {
  const current = currentRelease(siteDir);
  const [newest] = everyRelease(siteDir);
  const isUnfinished =
    newest && newest !== current && bundleOf(newest) === bundle && !(current && numberOf(current) > numberOf(newest));
  if (isUnfinished && bootOf(releaseAt(siteDir, newest)) === bootId()) return newest;
  const id = `${bundle}-${newest ? numberOf(newest) + 1 : 1}`;
  const preparing = join(releasesOf(siteDir), `.${id}`);
  rmSync(preparing, { recursive: true, force: true });
  mkdirSync(join(preparing, 'public'), { recursive: true });
  const assets = assetsOf(bundleAt(siteDir, bundle));
  if (existsSync(assets)) cpSync(assets, join(preparing, 'public'), { recursive: true });
  if (current) takeOver(releaseAt(siteDir, current), preparing);
  writeFileSync(bootFile(preparing), bootId());
  failpoint('before release');
  renameSync(preparing, releaseAt(siteDir, id).directory);
  failpoint('after release');
  return id;
}

/** Opens a release. What a builder that was killed has left half written is gone. */
export function openRelease(siteDir: string, id: string): Release {
  const release = releaseAt(siteDir, id);
  rmSync(release.incoming, { recursive: true, force: true });
  mkdirSync(release.incoming);
  return release;
}

/**
 * Gives readers a release from one moment to the next, and keeps only the one before it.
 * @param isDurable Whether it has to outlive a loss of power first.
 */
export async function switchTo(siteDir: string, release: Release, isDurable: boolean): Promise<void> {
  const before = currentRelease(siteDir);
  if (before === release.id) return;
  if (isDurable) await syncTree(release.directory);
  const link = join(siteDir, `.current-${process.pid}`);
  rmSync(link, { force: true });
  symlinkSync(join('releases', release.id), link);
  failpoint('before switch');
  renameSync(link, currentOf(siteDir));
  failpoint('after switch');
  if (isDurable) await syncEach([siteDir]);
  for (const id of readdirSync(releasesOf(siteDir))) {
    if (id !== before && id !== release.id) rmSync(releaseAt(siteDir, id).directory, { recursive: true, force: true });
  }
}
