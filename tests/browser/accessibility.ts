import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { AxeResults } from 'axe-core';
import type { Page } from 'playwright-core';

declare const axe: { run(context: string, options: object): Promise<AxeResults> };

const axeSource = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const wcag = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'];

/**
 * What is wrong with a page as it stands: what axe finds in it, and whether it has to be moved sideways to be read.
 * @param within A selector of what is looked at; Payload's own screens are not ours to mend.
 */
export async function faultsOf(page: Page, within = 'html'): Promise<string[]> {
  const isTooWide = await page.evaluate(
    () => document.documentElement.scrollWidth > document.documentElement.clientWidth,
  );
  await page.evaluate(axeSource);
  const { violations } = await page.evaluate(
    ({ context, values }) => axe.run(context, { runOnly: { type: 'tag', values } }),
    { context: within, values: within === 'html' ? [...wcag, 'best-practice'] : wcag },
  );
  const found = violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' ')}`);
  return [...(isTooWide ? ['It is wider than its window.'] : []), ...found];
}

/** What is wrong with a page in either of two guises: dark on a phone, and light on a desk. */
export async function faultsInGuises(page: Page): Promise<string[]> {
  const found: string[] = [];
  for (const [colorScheme, width] of [
    ['dark', 320],
    ['light', 1280],
  ] as const) {
    await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
    await page.setViewportSize({ width, height: 900 });
    found.push(...(await faultsOf(page)).map((fault) => `${colorScheme}, ${width} px: ${fault}`));
  }
  return found;
}
