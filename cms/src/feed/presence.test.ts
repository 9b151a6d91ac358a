import { randomUUID } from 'node:crypto';
import { expect, test } from 'vitest';
import { builderOf, newsOf } from './presence.ts';

const id = randomUUID();

test('a builder is known by its header, and one that says nothing or nonsense is nobody', () => {
  expect(builderOf({ 'dateline-builder': id, 'dateline-release': '0a1b' })).toEqual({ id, release: '0a1b' });
  expect(builderOf({ 'dateline-builder': id, 'dateline-release': '<script>' })).toEqual({ id, release: undefined });
  expect(builderOf({ 'dateline-builder': 'me' })).toBeUndefined();
  expect(builderOf({})).toBeUndefined();
});

test('is news every few seconds, and when a builder first waits', () => {
  let now = 0;
  const isNews = newsOf(() => now);
  expect(isNews({ id })).toBe(true);
  now = 4_000;
  expect(isNews({ id })).toBe(false);
  expect(isNews({ id: randomUUID() })).toBe(true);
  expect(isNews({ id, isWaiting: true })).toBe(true);
  now = 8_900;
  expect(isNews({ id })).toBe(false);
  now = 9_000;
  expect(isNews({ id, isWaiting: true })).toBe(true);
});
