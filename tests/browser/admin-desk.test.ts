import { beforeAll, expect, test } from 'vitest';
import { bodyOf, words } from '../integration/desk.ts';
import { openPage } from '../support/browser.ts';
import { query } from '../support/database.ts';
import { startStack, type TestStack } from '../support/stack.ts';
import { createInDesk, signInToDesk } from './admin-session.ts';

let stack: TestStack;

beforeAll(async () => {
  stack = await startStack();
});

const body = bodyOf(words('It ran.'));

test('an article that was published says that it is live, and a comment is approved from the list', async () => {
  const page = await openPage();
  await signInToDesk(page, stack);
  const author = await createInDesk(page, stack, 'people', { name: 'Amani Testero', _status: 'published' });
  const article = await createInDesk(page, stack, 'articles', {
    headline: 'A ferry runs',
    standfirst: 'Again.',
    dateline: { date: '2026-02-04' },
    authors: [author],
    body,
    _status: 'published',
  });

  await page.goto(`${stack.adminURL}/collections/articles/${article}`);
  await page.locator('.dateline-standing--good', { hasText: /^Live\d+\.\d s, \d+ pages?$/ }).waitFor();

  await query(
    stack.database.url,
    `insert into comments (id, article_id, author_name, body, status, key, created_at, updated_at)
     values (gen_random_uuid(), $1, 'Reader', 'Well told.', 'held', gen_random_uuid(), now(), now())`,
    [article],
  );
  await page.goto(stack.adminURL);
  await page.getByRole('link', { name: 'Comments waiting' }).click();
  await page.getByRole('article', { name: 'The comment of Reader' }).waitFor();
  await page.goto(`${stack.adminURL}/collections/comments`);
  const row = page.getByRole('row', { name: /Well told\./ });
  await row.getByRole('button', { name: 'Approve' }).click();
  await page.getByRole('link', { name: 'Published', exact: true }).click();
  await row.getByRole('button', { name: 'Remove' }).waitFor();
  await expect.poll(() => query(stack.database.url, 'select status from comments')).toEqual([{ status: 'published' }]);
});
