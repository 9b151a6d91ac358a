import { expect, test } from 'vitest';
import { parseRules } from './redirects.ts';

test('lines are read as rules, by the address as it is decoded', () => {
  const text =
    '/articles/a/ /articles/b/ 301\n\n/people/%C3%B1/ /404.html 410\n/x/ https://evil.example/ 301\n/y/ //evil.example/ 301\nnothing\n';
  expect([...parseRules(text)]).toEqual([
    ['/articles/a/', { status: 301, to: '/articles/b/' }],
    ['/people/ñ/', { status: 410 }],
  ]);
});
