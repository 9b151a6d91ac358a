import { beforeAll, expect, test } from 'vitest';
import { openPage } from '../support/browser.ts';
import { bodyOf, mention, words } from '../integration/desk.ts';
import { startStack, type TestStack } from '../support/stack.ts';
import { createInDesk, signInToDesk } from './admin-session.ts';

let stack: TestStack;

beforeAll(async () => {
  stack = await startStack();
});

const onSite = async (path: string) => {
  const response = await fetch(new URL(path, stack.siteURL), { redirect: 'manual' });
  return { status: response.status, to: response.headers.get('location'), html: await response.text() };
};
const within = { timeout: 20_000 };

test('a person is merged into another at the desk, is that one on the site, and is themselves again when it is undone', async () => {
  const page = await openPage();
  await signInToDesk(page, stack);
  const published = { _status: 'published' };
  await createInDesk(page, stack, 'people', { name: 'Amina Testero', ...published });
  const double = await createInDesk(page, stack, 'people', {
    name: 'A. Testero',
    aliases: ['Mama Amina'],
    ...published,
  });
  const article = await createInDesk(page, stack, 'articles', {
    headline: 'A ferry',
    standfirst: 'It came.',
    dateline: { date: '2026-02-04' },
    authors: [double],
    body: bodyOf(words('We met '), mention('person', double, 'Mrs Testero'), words(' there.')),
    ...published,
  });
  const story = '/articles/a-ferry/';
  await expect.poll(async () => (await onSite(story)).html, within).toContain('href="/people/a-testero/">Mrs Testero');

  await page.goto(`${stack.adminURL}/collections/people/${double}`);
  await page.getByRole('button', { name: 'Merge into…' }).click();
  await page.getByLabel('Who is the same person?').fill('Amina');
  await page.getByRole('button', { name: 'Amina Testero' }).click();
  await page.getByText(/Wherever A. Testero is named, readers will see Amina Testero/).waitFor();
  await page.getByRole('button', { exact: true, name: 'Merge' }).click();
  await page.getByText('Merged into Amina Testero.').waitFor();

  await expect
    .poll(() => onSite('/people/a-testero/'), within)
    .toMatchObject({ status: 301, to: '/people/amina-testero/' });
  await expect
    .poll(async () => (await onSite(story)).html, within)
    .toContain('href="/people/amina-testero/">Mrs Testero');
  const { html } = await onSite(story);
  expect(html).not.toContain('A. Testero');
  await expect.poll(async () => (await onSite('/people/amina-testero/')).html, within).toContain(story);

  await page.goto(`${stack.adminURL}/collections/articles/${article}`);
  await expect
    .poll(() => page.locator('.dateline-mention').allTextContents())
    .toEqual(['Mrs Testero (now Amina Testero)']);
  await page.goto(`${stack.adminURL}/collections/people`);
  await page.getByRole('cell', { name: 'now Amina Testero' }).waitFor();

  await page.goto(`${stack.adminURL}/collections/people/${double}`);
  await page.getByRole('button', { name: 'Undo the merge' }).click();
  await page.getByRole('button', { name: 'Merge into…' }).waitFor();
  await expect.poll(async () => (await onSite('/people/a-testero/')).status, within).toBe(200);
  await expect.poll(async () => (await onSite(story)).html, within).toContain('href="/people/a-testero/">Mrs Testero');
});

test('what cannot be merged is refused with a sentence', async () => {
  const page = await openPage({ expectedErrors: [/409 \(Conflict\)/] });
  await signInToDesk(page, stack);
  await createInDesk(page, stack, 'people', { name: 'Nobody Yet' });
  const person = await createInDesk(page, stack, 'people', { name: 'Somebody Public', _status: 'published' });
  await page.goto(`${stack.adminURL}/collections/people/${person}`);
  await page.getByRole('button', { name: 'Merge into…' }).press('Enter');
  await page.keyboard.type('Nobody');
  await page.getByRole('button', { name: 'Nobody Yet' }).press('Enter');
  await page.getByRole('button', { exact: true, name: 'Merge' }).press('Enter');
  await page.getByText('Nobody Yet has no page yet. Publish it first').waitFor();
  expect((await onSite('/people/somebody-public/')).status).toBe(200);
});
