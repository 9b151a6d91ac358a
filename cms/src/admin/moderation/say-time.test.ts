import { expect, test } from 'vitest';
import { sayAge, saySpan } from './say-time.ts';

test.each([
  [0, 'less than a minute'],
  [59, 'less than a minute'],
  [60, '1 minute'],
  [7_199, '1 hour'],
  [7_200, '2 hours'],
  [86_400 * 3 + 5, '3 days'],
])('%d seconds are %s', (seconds, said) => expect(saySpan(seconds)).toBe(said));

test('an age is counted to now', () => {
  expect(sayAge('2026-02-04T10:00:00Z', Date.parse('2026-02-04T12:30:00Z'))).toBe('2 hours ago');
});
