import { keptBundles } from './bundles.ts';
import { goBack, goForward } from './pin.ts';
import type { Screen } from './progress.ts';
import { bundleOf, currentRelease } from './releases.ts';

const follows = 'A resident builder goes there by itself; otherwise the next build does.';

/** Says which bundles the site was made with, and which one readers are on. */
export function listBundles(siteDir: string, screen: Screen): void {
  const current = currentRelease(siteDir);
  const bundles = keptBundles(siteDir);
  for (const { id, publicUrl, usedAt } of bundles) {
    const isCurrent = current !== undefined && bundleOf(current) === id;
    screen.write(`${isCurrent ? '*' : ' '} ${id}  ${usedAt.toISOString()}  ${publicUrl}\n`);
  }
  if (bundles.length === 0) screen.write('The site has not been built yet.\n');
}

/** Takes code and templates back to the bundle before the present one. What is published stays as the newsroom has it. */
export function back(siteDir: string, screen: Screen): void {
  screen.write(`The site goes back to ${goBack(siteDir)}, with what is published now. ${follows}\n`);
}

/** Takes code and templates forward again. */
export function forward(siteDir: string, screen: Screen): void {
  const isBack = goForward(siteDir);
  screen.write(isBack ? `The site goes forward again. ${follows}\n` : 'The site had not gone back.\n');
}
