import { expect, test } from 'vitest';
import { documentAt, fileOf, monthAt, pageOf, threadPageAt } from './paths.ts';

test('a path tells the document that it stands for, slugs of any script included', () => {
  for (const slug of ['habari-za-leo', 'ñandú', '日本']) {
    expect(documentAt(pageOf.article(slug))).toEqual({ kind: 'article', slug });
  }
  expect(documentAt('/people/wanjiru/')).toEqual({ kind: 'person', slug: 'wanjiru' });
});

test('other paths stand for no document', () => {
  for (const path of ['/', '/articles/', '/articles/a', '/articles/a/b/', '/login/', '/feed.xml']) {
    expect(documentAt(path)).toBeUndefined();
  }
});

test('archive paths tell their month', () => {
  expect(monthAt('/archive/2026/02/')).toEqual({ month: '2026-02', page: undefined });
  expect(monthAt('/archive/2026/02/3/')).toEqual({ month: '2026-02', page: 3 });
  expect(monthAt('/sitemaps/articles-2026-02.xml')).toEqual({ month: '2026-02', page: undefined });
  expect(monthAt('/archive/2026/02/0/')).toBeUndefined();
  expect(monthAt('/articles/2026/')).toBeUndefined();
});

test('paths of comments tell their list and page', () => {
  const list = '01970006-0000-7000-8000-000000000001';
  expect(threadPageAt(`/comments/${list}/3/`)).toEqual({ list, page: 3 });
  for (const path of [`/comments/${list}/`, `/comments/${list}/0/`, '/comments/x/1/'])
    expect(threadPageAt(path)).toBeUndefined();
});

test('files lie where web servers look: under decoded names, folders with an index', () => {
  expect(fileOf('/')).toBe('index.html');
  expect(fileOf('/404.html')).toBe('404.html');
  expect(fileOf(pageOf.place('ñandú'))).toBe('places/ñandú/index.html');
});
