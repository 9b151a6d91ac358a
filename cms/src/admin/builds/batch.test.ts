import { expect, test } from 'vitest';
import { deskPathOf, pagesOf, readable, reasonOf, timeOf, verbOf } from './batch.ts';

test.each([
  ['put', 'article', 'Published'],
  ['remove', 'article', 'Taken down'],
  ['put', 'comment', 'Comment under'],
  ['remove', 'comment', 'Comment taken away under'],
  ['put', 'person', 'Person'],
  ['remove', 'place', 'Place taken away'],
  ['put', 'media', 'Image'],
  ['put', 'settings', 'Settings of'],
  ['put', 'closure', 'Comments closed about'],
  ['remove', 'closure', 'Comments open again about'],
] as const)('%s %s is “%s”', (op, kind, verb) => {
  expect(verbOf({ op, kind })).toBe(verb);
});

test('what can be opened at the desk leads there', () => {
  const change = { document: 'x', title: '' };
  expect(deskPathOf({ ...change, op: 'put', kind: 'article' })).toBe('/collections/articles/x');
  expect(deskPathOf({ ...change, op: 'remove', kind: 'comment' })).toBe('/collections/articles/x');
  expect(deskPathOf({ ...change, op: 'put', kind: 'person' })).toBe('/collections/people/x');
  expect(deskPathOf({ ...change, op: 'remove', kind: 'person' })).toBeUndefined();
  expect(deskPathOf({ ...change, op: 'put', kind: 'media' })).toBeUndefined();
});

test('pages are counted, with what was still to come', () => {
  expect(pagesOf({ written: 1, removed: 0, pending: 0 })).toBe('1 page written');
  expect(pagesOf({ written: 1300, removed: 2, pending: 4980 })).toBe(
    '1,300 pages written, 2 removed, 4,980 still to go then',
  );
});

test('a batch without changes says why there was one', () => {
  expect(reasonOf({ changed: null, written: 9, removed: 0 })).toBe('Everything there is');
  expect(reasonOf({ changed: 0, written: 9, removed: 0 })).toBe('More of what came before');
  expect(reasonOf({ changed: 0, written: 0, removed: 0 })).toBe('Nothing new');
});

test.each([
  [12.4, '12 ms'],
  [312, '0.3 s'],
  [12_400, '12 s'],
  [130_000, '2 min'],
])('%d ms are “%s”', (milliseconds, text) => {
  expect(timeOf(milliseconds)).toBe(text);
});

test('a path is shown in its own letters, and one that is not well encoded as it is', () => {
  expect(readable('/places/%C3%B1and%C3%BA/')).toBe('/places/ñandú/');
  expect(readable('/places/%C3/')).toBe('/places/%C3/');
});
