import { expect, test } from 'vitest';
import { isDisposable } from './refuse-address.ts';

test.each([
  ['mailinator.com', true],
  ['deep.down.mailinator.com', true],
  ['mailinator.com.', true],
  ['a-news-mailinator.com', false],
  ['mailinator.com.example.org', false],
  ['example.org', false],
])('%s', (domain, disposable) => {
  expect(isDisposable(domain)).toBe(disposable);
});
