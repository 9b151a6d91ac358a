import type { Page } from 'playwright-core';
import { beforeAll, expect, test } from 'vitest';
import { openPage } from '../support/browser.ts';
import { query } from '../support/database.ts';
import { startStack, type TestStack } from '../support/stack.ts';
import { createInDesk, signInToDesk } from './admin-session.ts';

let stack: TestStack;
let page: Page;
let article: string;
const breaches: string[] = [];

beforeAll(async () => {
  stack = await startStack();
});

/** A page of the desk whose breaches of the policy are written down. */
async function openWatched(): Promise<Page> {
  const opened = await openPage({ expectedErrors: [/Content Security Policy/, /nothing-here/] });
  await opened.exposeFunction('noteBreach', (breach: string) => breaches.push(breach));
  await opened.addInitScript(() =>
    document.addEventListener('securitypolicyviolation', ({ effectiveDirective, blockedURI, sample }) =>
      (window as unknown as { noteBreach: (breach: string) => void }).noteBreach(
        `${location.pathname}: ${effectiveDirective} ${blockedURI} ${sample}`,
      ),
    ),
  );
  return opened;
}

/** Resolves when the page's own script runs, and fetches nothing any more. */
async function open(path: string): Promise<void> {
  const response = await page.goto(stack.adminURL + path, { waitUntil: 'networkidle' });
  expect(response?.headers()['content-security-policy'], path).toContain("'strict-dynamic'");
}

const addresses = async (selector: string) =>
  await page
    .locator(selector)
    .evaluateAll((links) => links.map((link) => new URL((link as HTMLAnchorElement).href).pathname));

async function fill(): Promise<void> {
  const author = await createInDesk(page, stack, 'people', { name: 'Amani Testero', _status: 'published' });
  article = await createInDesk(page, stack, 'articles', {
    headline: 'A ferry runs',
    slug: 'ferry',
    standfirst: 'Twice a day.',
    dateline: { date: '2026-02-04' },
    authors: [author],
  });
  await query(
    stack.database.url,
    `insert into comments (id, article_id, author_name, body, status, key, created_at, updated_at)
     values (gen_random_uuid(), $1, 'Reader', 'Well told.', 'held', gen_random_uuid(), now(), now())`,
    [article],
  );
}

/** An image is chosen, seen before it is sent, cropped, sent, and shown. */
async function upload(): Promise<void> {
  await open('/collections/media/create');
  const buffer = await page.screenshot({ clip: { x: 0, y: 0, width: 640, height: 320 } });
  await page.locator('input[type=file]').setInputFiles({ name: 'ferry.png', mimeType: 'image/png', buffer });
  await page.locator('.file-field img').first().waitFor();
  await page.getByLabel('Alternative text').fill('A ferry');
  await page.locator('.file-field__edit').click();
  await page.locator('.edit-upload img').waitFor();
  await page.getByRole('button', { name: 'Apply Changes' }).click();
  await page.locator('#action-save').click();
  await page.waitForURL(/\/media\/[0-9a-f-]{36}/);
  await expect
    .poll(() =>
      page
        .locator('img[src*="/api/media/file/"]')
        .evaluateAll(([image]) => (image as HTMLImageElement)?.naturalWidth ?? 0),
    )
    .toBeGreaterThan(0);
}

async function write(): Promise<void> {
  await open(`/collections/articles/${article}`);
  await page.locator('[data-lexical-editor="true"]').first().click();
  await page.keyboard.type('We met @Amani Te');
  await page.getByRole('option', { name: 'Amani Testero', selected: true }).waitFor();
  await page.keyboard.press('Enter');
  await page.locator('#field-dateline__date input').click();
  await page.locator('.react-datepicker').waitFor();
  await page.keyboard.press('Escape');
  await page.locator('#live-preview-toggler').click();
  const preview = page.frameLocator('iframe[src*="/newsroom/preview/"]');
  await preview.getByText('We met Amani Testero').waitFor();
  await open(`/collections/articles/${article}/api`);
  await open(`/collections/articles/${article}/versions`);
  await page.locator('.cell-updatedAt a').first().click();
  await page.locator('.view-version').first().waitFor();
}

test('all of the desk works under a policy that runs nothing but its own script', async () => {
  page = await openWatched();
  await signInToDesk(page, stack);
  await fill();
  await open('');
  const linked = await addresses('nav a[href^="/admin/"]:not([href$="/logout"])');
  const screens = [...new Set(linked)].map((path) => path.replace('/admin', ''));
  expect(screens.length).toBeGreaterThan(10);
  const forms = ['articles', 'places', 'bans', 'users'].map((slug) => `/collections/${slug}/create`);
  for (const path of [...screens, ...forms, '/account', '/nothing-here']) await open(path);
  await upload();
  await write();
  await open('/moderation');
  await page.getByRole('article', { name: 'The comment of Reader' }).waitFor();
  await page.keyboard.press('a');
  await expect.poll(() => query(stack.database.url, 'select status from comments')).toEqual([{ status: 'published' }]);
  await open('/collections/people');
  await page.getByRole('link', { name: 'Amani Testero' }).click();
  await page.locator('#field-name').waitFor();
  await page.context().clearCookies();
  await open('/login');
  expect([...new Set(breaches)]).toEqual([]);

  // The same policy, where somebody gets markup into the page. Later, since it does not hold for the driver's own script.
  await page.evaluate(() =>
    setTimeout(() => {
      document.body.insertAdjacentHTML(
        'beforeend',
        '<base href="/x/"><img src="data:," onerror="window.pwned = 1"><a href="javascript:window.pwned = 2">',
      );
      document.querySelector<HTMLAnchorElement>('a[href^="javascript:"]')?.click();
    }),
  );
  await expect
    .poll(() => breaches.map((breach) => breach.split(' ')[1] ?? '').sort())
    .toEqual(['base-uri', 'script-src-attr', 'script-src-elem']);
  expect(await page.evaluate(() => 'pwned' in window)).toBe(false);
});
