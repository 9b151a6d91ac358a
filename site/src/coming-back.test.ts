import { expect, test } from 'vitest';
import { isOwnPath } from './coming-back.ts';

test('a path of this site is kept', () => {
  expect(isOwnPath('/articles/a/#comments')).toBe(true);
  expect(isOwnPath('/')).toBe(true);
});

test.each(['//evil.example', '/\\evil.example', 'https://evil.example', 'javascript:alert(1)', '/a\nb', '/a\\b', ''])(
  'what leads elsewhere is not: %j',
  (path) => {
    expect(isOwnPath(path)).toBe(false);
  },
);
