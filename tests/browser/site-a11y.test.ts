import { HtmlValidate, StaticConfigLoader } from 'html-validate';
import { beforeAll, expect, test } from 'vitest';
import { openPage } from '../support/browser.ts';
import { faultsOf } from './accessibility.ts';
import { pages, servedSite } from './site-newsroom.ts';

const island = { flow: true, permittedContent: ['@flow'] };
const validator = new HtmlValidate(
  new StaticConfigLoader({
    root: true,
    extends: ['html-validate:standard', 'html-validate:a11y'],
    elements: ['html5', { 'dl-comments': island, 'dl-account': island }],
  }),
);

let site: string;
beforeAll(async () => {
  site = await servedSite();
});

test.for(Object.entries(pages))('%s is valid HTML', async ([, path]) => {
  const html = await (await fetch(site + path)).text();
  const report = await validator.validateString(html);
  expect(
    report.results.flatMap(({ messages }) =>
      messages.map(({ ruleId, message, line }) => `${line} ${ruleId}: ${message}`),
    ),
  ).toEqual([]);
  expect(html).not.toMatch(/<dl-(mention|figure)/);
});

test.for(Object.entries(pages))('%s is accessible, light and dark, narrow and wide', async ([, path]) => {
  for (const colorScheme of ['light', 'dark'] as const) {
    for (const width of [320, 1280]) {
      const page = await openPage({ colorScheme, viewport: { width, height: 900 }, reducedMotion: 'reduce' });
      await page.goto(site + path);
      expect(await faultsOf(page), `${colorScheme}, ${width} px`).toEqual([]);
    }
  }
});

test('a keyboard reaches the content past the masthead first', async () => {
  const page = await openPage();
  await page.goto(`${site}/articles/everything/`);
  await page.keyboard.press('Tab');
  const skip = page.getByRole('link', { name: 'Skip to the content' });
  expect(await skip.evaluate((link) => link === document.activeElement && link.getBoundingClientRect().left >= 0)).toBe(
    true,
  );
  await page.keyboard.press('Enter');
  await page.waitForFunction(() => document.activeElement?.id === 'main');
});

test('nothing on a page comes from elsewhere or stands inline', async () => {
  const page = await openPage();
  const asked: string[] = [];
  page.on('request', (request) => asked.push(request.url()));
  await page.goto(`${site}/articles/everything/`);
  await page.locator('#comments').scrollIntoViewIfNeeded();
  await page.waitForFunction(() => customElements.get('dl-comments') !== undefined);
  expect(asked.filter((url) => !url.startsWith(site))).toEqual([]);
  expect(
    asked.filter((url) => url.includes('/api/')),
    'an anonymous reader costs the API nothing',
  ).toEqual([]);
  expect(await page.locator('[style], style, script:not([src]):not([type="application/ld+json"])').count()).toBe(0);
});
