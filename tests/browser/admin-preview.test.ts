import { beforeAll, expect, test } from 'vitest';
import { openPage } from '../support/browser.ts';
import { startStack, type TestStack } from '../support/stack.ts';
import { createInDesk, signInToDesk } from './admin-session.ts';

let stack: TestStack;

beforeAll(async () => {
  stack = await startStack();
});

test('a draft is seen in the site’s own templates as it is typed, with the pages that publishing it would change', async () => {
  const page = await openPage();
  await signInToDesk(page, stack);
  const author = await createInDesk(page, stack, 'people', { name: 'Amani Testero', _status: 'published' });
  const id = await createInDesk(page, stack, 'articles', {
    headline: 'A ferry may run',
    slug: 'ferry',
    dateline: { date: '2026-02-04' },
    authors: [author],
  });
  await page.goto(`${stack.adminURL}/collections/articles/${id}`);
  await page.getByText('What publishing would change').click();
  await page.locator('.dateline-plan li', { hasText: '/articles/ferry/' }).waitFor();
  await page.locator('.dateline-plan li', { hasText: '/people/amani-testero/' }).waitFor();

  const framed = page.waitForResponse(/\/newsroom\/preview\//);
  await page.locator('#live-preview-toggler').click();
  expect((await framed).headers()['content-security-policy']).toContain("default-src 'none'");
  const preview = page.frameLocator('iframe[src*="/newsroom/preview/"]');
  await preview.getByRole('heading', { level: 1, name: 'A ferry may run' }).waitFor();
  await page.getByLabel('Standfirst').fill('From Monday, twice a day.');
  await preview.getByText('From Monday, twice a day.').waitFor();
  const fonts = await preview.locator('body').evaluate((body) => getComputedStyle(body).fontFamily);
  expect(fonts).toContain('Newsreader');

  const site = await page.request.get(`${stack.siteURL}articles/ferry/`);
  expect(site.status()).toBe(404);
});
