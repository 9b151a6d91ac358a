import { expect, test } from 'vitest';
import { addressOf, askedOf } from './queue-address.ts';

test('an address asks again for what it says', () => {
  const asked = { view: 'recent' as const, filters: { article: 'a', reason: 'links' } };
  const address = addressOf(asked.view, asked.filters);
  expect(address).toBe('?view=recent&article=a&reason=links');
  expect(askedOf(Object.fromEntries(new URLSearchParams(address)))).toEqual(asked);
});

test('what no address can say is not asked', () => {
  expect(askedOf(undefined)).toEqual({ view: 'held', filters: {} });
  expect(askedOf({ view: 'all', article: ['a', 'b'], person: '', other: 'x' })).toEqual({ view: 'held', filters: {} });
});
