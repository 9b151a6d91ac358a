import { expect, test } from 'vitest';
import { articleNames, parseMapping } from './article-names.ts';

test.each([
  ['https://old.example/articles/rain-at-last/', ['rain-at-last']],
  ['https://old.example/2019/05/Rain-At-Last.html?x=1#comments', ['rain-at-last']],
  ['/news/rain-at-last', ['rain-at-last']],
  ['https://old.example/%E0%A4%', []],
  ['https://old.example/', []],
  ['not a url at all', []],
])('%s', (url, slugs) => {
  expect(articleNames({ url, hints: [] }).slugs).toEqual(slugs);
});

test('the address comes before what else is said', () => {
  expect(articleNames({ url: '/a/rain', hints: ['hail'] }).slugs).toEqual(['rain', 'hail']);
});

test('what a mapping says counts alone', () => {
  const thread = { url: '/a/rain', hints: ['snow'] };
  expect(articleNames(thread, 'https://here.example/articles/hail/')).toEqual({ ids: [], slugs: ['hail'] });
  expect(articleNames(thread, 'hail').slugs).toEqual(['hail']);
  const id = '019A0B00-0000-7000-8000-000000000001';
  expect(articleNames(thread, id).ids).toContain(id.toLowerCase());
});

test('a mapping has a thread and an article on each line', () => {
  const mapping = parseMapping('# ours\n\nhttps://old.example/1  rain-at-last\r\n17 hail\n');
  expect([...mapping]).toEqual([
    ['https://old.example/1', 'rain-at-last'],
    ['17', 'hail'],
  ]);
  expect(() => parseMapping('a b\nonly-one')).toThrow('The mapping, line 2');
});
