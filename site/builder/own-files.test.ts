import { expect, test } from 'vitest';
import { redirectPage, redirectsFile } from './own-files.ts';

test('a former address leads on, and what was taken away is gone', () => {
  expect(
    redirectsFile([
      { from: '/articles/a/', to: '/articles/b/' },
      { from: '/people/c/', to: undefined },
    ]),
  ).toBe('/articles/a/ /articles/b/ 301\n/people/c/ /404.html 410\n');
});

test('the page at a former address names the new one in full, and runs nothing', () => {
  const page = redirectPage('/articles/b/', 'https://courier.example');
  expect(page).toContain('<link rel="canonical" href="https://courier.example/articles/b/">');
  expect(page).toContain('content="0;url=/articles/b/"');
  expect(page).not.toMatch(/<script|style=/);
});
