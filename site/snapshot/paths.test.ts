import { expect, test } from 'vitest';
import { documentAt, fileOf, monthAt, pageOf } from './paths.ts';

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
  expect(monthAt('/archive/2026/02/')).toBe('2026-02');
  expect(monthAt('/articles/2026/')).toBeUndefined();
});

test('files lie where web servers look: under decoded names, folders with an index', () => {
  expect(fileOf('/')).toBe('index.html');
  expect(fileOf('/404.html')).toBe('404.html');
  expect(fileOf(pageOf.place('ñandú'))).toBe('places/ñandú/index.html');
});
