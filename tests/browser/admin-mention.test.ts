import { beforeAll, expect, test } from 'vitest';
import { openPage } from '../support/browser.ts';
import { query } from '../support/database.ts';
import { startStack, type TestStack } from '../support/stack.ts';
import { createInDesk, signInToDesk } from './admin-session.ts';

let stack: TestStack;

beforeAll(async () => {
  stack = await startStack();
});

async function storedBody(article: string): Promise<string> {
  const [row] = await query<{ body: unknown }>(
    stack.database.url,
    `select version_body as body from _articles_v where parent_id = $1 and latest`,
    [article],
  );
  return JSON.stringify(row?.body ?? null);
}

test('a person is mentioned by keyboard, a place by pointer, and both are stored by their ids', async () => {
  const page = await openPage();
  await signInToDesk(page, stack);
  const person = await createInDesk(page, stack, 'people', { name: 'Amani Testero', aliases: ['Mama Amani'] });
  const place = await createInDesk(page, stack, 'places', { name: 'Testero Crossing', kind: 'town' });

  await page.goto(`${stack.adminURL}/collections/articles/create`);
  await page.waitForURL(/\/collections\/articles\/[0-9a-f-]{36}/);
  const article = new URL(page.url()).pathname.split('/').at(-1)!;
  await page.getByLabel('Headline').fill('A ferry');

  const body = page.locator('[data-lexical-editor="true"]').first();
  await body.click();
  await page.keyboard.type('We met @Mama Am');
  await page.getByRole('option', { name: 'Amani Testero', selected: true }).waitFor();
  await page.keyboard.press('Enter');
  await page.keyboard.type('at @Testero C');
  await page.getByRole('option', { name: 'Testero Crossing' }).click();
  await page.keyboard.type('today.');
  await expect.poll(() => body.textContent()).toMatch(/We met Amani Testero at Testero Crossing today\./);

  await expect.poll(() => storedBody(article), { timeout: 15_000 }).toContain('today.');
  const stored = await storedBody(article);
  expect(stored).toContain(`"ref":"${person}"`);
  expect(stored).toContain(`"ref":"${place}"`);
  expect(stored).not.toContain('@');

  await page.reload();
  await expect
    .poll(() => page.locator('.dateline-mention').allTextContents())
    .toEqual(['Amani Testero', 'Testero Crossing']);
});

test('whoever is not known yet is written in a drawer and mentioned when it closes', async () => {
  const page = await openPage();
  await signInToDesk(page, stack);
  await page.goto(`${stack.adminURL}/collections/articles/create`);
  await page.waitForURL(/\/collections\/articles\/[0-9a-f-]{36}/);
  await page.locator('[data-lexical-editor="true"]').first().click();
  await page.keyboard.type('We met @Newly Written');
  await page.getByRole('option', { name: 'Create person “Newly Written”…' }).click();
  await expect.poll(() => page.locator('#field-name').inputValue()).toBe('Newly Written');
  // The article saves itself; only the drawer has this button.
  await page.getByRole('button', { name: 'Save Draft' }).click();
  await page.locator('.dateline-mention', { hasText: 'Newly Written' }).waitFor();
});

test('the desk may be framed by nobody else and is not indexed', async () => {
  const response = await fetch(`${stack.adminURL}/login`);
  expect(response.headers.get('x-frame-options')).toBe('SAMEORIGIN');
  expect(response.headers.get('content-security-policy')).toContain("frame-ancestors 'self'");
  expect(response.headers.get('x-content-type-options')).toBe('nosniff');
  expect(response.headers.get('referrer-policy')).toBe('same-origin');
  expect(response.headers.get('x-robots-tag')).toContain('noindex');
});
