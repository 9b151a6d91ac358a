import { expect, test } from 'vitest';
import { boundedCache } from './bounded-cache.ts';

test('keeps what was asked for last, and makes anew what was dropped', () => {
  const cache = boundedCache<string>(2);
  const made: string[] = [];
  const get = (key: string) => cache.get(key, () => (made.push(key), key));
  for (const key of ['a', 'b', 'a', 'c', 'a', 'b']) get(key);
  expect(made).toEqual(['a', 'b', 'c', 'b']);
});
