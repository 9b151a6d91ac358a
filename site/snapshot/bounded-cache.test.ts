import { expect, test } from 'vitest';
import { boundedCache } from './bounded-cache.ts';

test('keeps what was asked for last, and makes anew what was dropped', () => {
  const cache = boundedCache<string>(2);
  const made: string[] = [];
  const get = (key: string) => cache.get(key, () => (made.push(key), key));
  for (const key of ['a', 'b', 'a', 'c', 'a', 'b']) get(key);
  expect(made).toEqual(['a', 'b', 'c', 'b']);
});

test('what was asked for lately is still there, however often something else is', () => {
  const cache = boundedCache<string>(4);
  const made: string[] = [];
  const get = (key: string) => cache.get(key, () => (made.push(key), key));
  for (const key of ['a', 'b', 'c', 'b', 'd', 'b', 'e', 'b', 'f', 'b']) get(key);
  expect(made).toEqual(['a', 'b', 'c', 'd', 'e', 'f']);
});

test('forgets what it is told to, wherever it stands', () => {
  const cache = boundedCache<string>(4);
  for (const key of ['a', 'b', 'c', 'd']) cache.get(key, () => 'first');
  for (const key of ['a', 'd']) cache.delete(key);
  expect(['a', 'd'].map((key) => cache.get(key, () => 'second'))).toEqual(['second', 'second']);
  cache.clear();
  expect(cache.get('c', () => 'second')).toBe('second');
});
