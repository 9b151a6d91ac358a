import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Standing } from '../snapshot/routes.ts';
import { rank, type Task } from './plan.ts';

const inOrder = (tasks: readonly Task[]) => tasks.toSorted((a, b) => rank(a) - rank(b));

const task = (path: string, is: Standing['is'], hash: string | null = 'old'): Task => ({
  path,
  hash,
  standing: is === 'redirect' ? { is, to: '/articles/there/' } : { is },
});

test('new pages come first, then changed ones, then the home page, then files for machines, and departures last', () => {
  const tasks = [
    task('/articles/gone/', 'nothing'),
    task('/', 'page'),
    task('/sitemap.xml', 'page'),
    task('/articles/moved/', 'redirect'),
    task('/people/a/', 'page'),
    task('/_redirects', 'own'),
    task('/articles/old/', 'page'),
    task('/people/new/', 'page', null),
    task('/articles/new/', 'page', null),
  ];
  expect(inOrder(tasks).map(({ path }) => path)).toEqual([
    '/articles/new/',
    '/people/new/',
    '/articles/old/',
    '/people/a/',
    '/',
    '/sitemap.xml',
    '/_redirects',
    '/articles/moved/',
    '/articles/gone/',
  ]);
});

test('no page is taken away before another is written', () => {
  const some = fc.record({
    path: fc.constantFrom('/', '/articles/a/', '/people/b/', '/feed.xml', '/404.html'),
    is: fc.constantFrom('page' as const, 'redirect' as const, 'nothing' as const),
    hash: fc.constantFrom(null, 'old'),
  });
  fc.assert(
    fc.property(fc.array(some), (all) => {
      const tasks = all.map(({ path, is, hash }) => task(path, is, hash));
      const kinds = inOrder(tasks).map(({ standing }) => standing.is);
      const lastPage = kinds.lastIndexOf('page');
      expect(kinds.slice(0, lastPage + 1).every((is) => is === 'page')).toBe(true);
    }),
  );
});
