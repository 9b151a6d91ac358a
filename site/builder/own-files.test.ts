import { expect, test } from 'vitest';
import { headersFile, redirectPage, redirectsFile } from './own-files.ts';

test('a former address leads on, and what was taken away is gone', () => {
  expect(
    redirectsFile([
      { from: '/articles/a/', to: '/articles/b/' },
      { from: '/people/c/', to: undefined },
    ]),
  ).toBe('/articles/a/ /articles/b/ 301\n/people/c/ /410.html 410\n');
});

test('the page at a former address names the new one in full, and runs nothing', () => {
  const page = redirectPage('/articles/b/', 'https://courier.example');
  expect(page).toContain('<link rel="canonical" href="https://courier.example/articles/b/">');
  expect(page).toContain('content="0;url=/articles/b/"');
  expect(page).not.toMatch(/<script|style=/);
});

/** The headers that a host would send for a path: every rule that matches, in order. */
function headersOf(path: string): string[] {
  const rules = headersFile.split(/\n(?=\/)/).map((text) =>
    text
      .trim()
      .split('\n')
      .map((line) => line.trim()),
  );
  return rules
    .filter(([pattern = '']) => (pattern.endsWith('*') ? path.startsWith(pattern.slice(0, -1)) : path === pattern))
    .flatMap(([, ...headers]) => headers);
}
const cacheOf = (path: string) => headersOf(path).filter((header) => header.startsWith('cache-control:'));

test.each([
  '/',
  '/articles/rain/',
  '/archive/2026/02/',
  '/sitemaps/pages.xml',
  '/feed.xml',
  '/comments/1/feed.xml',
  '/404.html',
  '/login/',
])('%s is asked for again each time', (path) =>
  expect(cacheOf(path)).toEqual(['cache-control: public, max-age=0, must-revalidate']),
);

test.each(['/_astro/page.abc.css', '/media/0f.webp'])('%s is kept for ever', (path) =>
  expect(cacheOf(path)).toEqual(['cache-control: public, max-age=31536000, immutable']),
);

test('every path has the headers of a page, and a feed its type', () => {
  expect(headersOf('/articles/rain/')).toContain('x-content-type-options: nosniff');
  expect(headersOf('/feed.xml')).toContain('content-type: application/atom+xml; charset=utf-8');
});
