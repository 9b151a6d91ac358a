import { existsSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { bundleAt, keptBundles } from './bundles.ts';

/** Says that the site stays with an earlier bundle, until it is given another than the one it is kept from. */
interface Pin {
  bundle: string;
  insteadOf: string;
}

/** The file that says so, beside the releases. */
export const pinName = 'pinned.json';
const pinOf = (siteDir: string) => join(siteDir, pinName);

function readPin(siteDir: string): Pin | undefined {
  return existsSync(pinOf(siteDir)) ? (JSON.parse(readFileSync(pinOf(siteDir), 'utf8')) as Pin) : undefined;
}

/** The bundle that the site is to be made with, where it was given one. */
export function wantedBundle(siteDir: string, given: string): string {
  const pin = readPin(siteDir);
  return pin?.insteadOf === given && existsSync(bundleAt(siteDir, pin.bundle)) ? pin.bundle : given;
}

/**
 * Goes back to the bundle that the site was made with before, in code and templates alone: what is published stays as the
 * newsroom has it. Returns that bundle's id.
 * @throws Where none is kept.
 */
export function goBack(siteDir: string): string {
  const [now, ...earlier] = keptBundles(siteDir);
  const before = earlier.find(({ publicUrl }) => publicUrl === now?.publicUrl);
  if (!now || !before) throw new Error('There is no earlier bundle of this site to go back to.');
  const insteadOf = readPin(siteDir)?.insteadOf ?? now.id;
  const preparing = `${pinOf(siteDir)}.new`;
  writeFileSync(preparing, JSON.stringify({ bundle: before.id, insteadOf } satisfies Pin));
  renameSync(preparing, pinOf(siteDir));
  return before.id;
}

/** Takes the site forward again, to the bundle that it was given. Returns whether it had gone back. */
export function goForward(siteDir: string): boolean {
  const isBack = existsSync(pinOf(siteDir));
  rmSync(pinOf(siteDir), { force: true });
  return isBack;
}
