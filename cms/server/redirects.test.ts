import { expect, test } from 'vitest';
import { ruleOf } from './redirects.ts';

const lines = (...texts: string[]) =>
  Buffer.from(
    texts
      .sort()
      .map((text) => `${text}\n`)
      .join(''),
  );

test('a line is found by its address, as it is written', () => {
  const rules = lines(
    '/articles/a/ /articles/b/ 301',
    '/articles/a-2/ /410.html 410',
    '/people/%C3%B1/ /people/n/ 301',
  );
  expect(ruleOf(rules, '/articles/a/')).toEqual({ status: 301, to: '/articles/b/' });
  expect(ruleOf(rules, '/articles/a-2/')).toEqual({ status: 410 });
  expect(ruleOf(rules, '/people/%C3%B1/')).toEqual({ status: 301, to: '/people/n/' });
  for (const other of ['/articles/', '/articles/a', '/articles/a-/', '/articles/b/', '/', '/zoo/', ''])
    expect(ruleOf(rules, other)).toBeUndefined();
  expect(ruleOf(lines(), '/articles/a/')).toBeUndefined();
});

test('a place outside the site is not believed', () => {
  const rules = lines('/x/ https://evil.example/ 301', '/y/ //evil.example/ 301', '/z/ /\\evil.example/ 301');
  for (const from of ['/x/', '/y/', '/z/']) expect(ruleOf(rules, from)).toBeUndefined();
});

test('every one of a hundred thousand lines is found', () => {
  const slugs = Array.from({ length: 100_000 }, (_, number) => `/articles/story-${number}/`).sort();
  const rules = lines(...slugs.map((from, at) => `${from} /articles/now-${at}/ 301`));
  const missed = slugs.filter((from, at) => {
    const rule = ruleOf(rules, from);
    return rule?.status !== 301 || rule.to !== `/articles/now-${at}/`;
  });
  expect(missed).toEqual([]);
});
