import { expect, test } from 'vitest';
import { neighbourOf, stepFrom } from './neighbours.ts';

const items = [{ id: 'a' }, { id: 'b' }, { id: 'c' }];

test('what is decided gives way to the next, and the last to the one before', () => {
  expect(neighbourOf(items, 'a', new Set('a'))).toBe('b');
  expect(neighbourOf(items, 'c', new Set('c'))).toBe('b');
  expect(neighbourOf(items, 'a', new Set('ab'))).toBe('c');
  expect(neighbourOf(items, 'b', new Set('bc'))).toBe('a');
  expect(neighbourOf(items, 'a', new Set('abc'))).toBeNull();
  expect(neighbourOf([], null, new Set())).toBeNull();
});

test('steps end at the ends, and begin at the first', () => {
  expect(stepFrom(items, 'b', 1)).toBe('c');
  expect(stepFrom(items, 'c', 1)).toBe('c');
  expect(stepFrom(items, 'a', -1)).toBe('a');
  expect(stepFrom(items, null, 1)).toBe('a');
  expect(stepFrom([], null, 1)).toBeNull();
});
