import { expect, test } from 'vitest';
import { outcomeOf, pauseBefore } from './outcome.ts';

const now = new Date('2026-03-01T08:00:00.000Z');
const outcome = (status: number, headers: Record<string, string> = {}) =>
  outcomeOf({ status, headers: new Headers(headers) }, now);

test.each([
  [200, 'taken'],
  [204, 'taken'],
  [301, 'refused'],
  [400, 'refused'],
  [401, 'refused'],
  [403, 'refused'],
  [404, 'refused'],
  [408, 'later'],
  [410, 'refused'],
  [422, 'refused'],
  [429, 'later'],
  [500, 'later'],
  [503, 'later'],
])('%i is %s', (status, is) => {
  expect(outcome(status).is).toBe(is);
});

test('a receiver says when to come again, in seconds or as a date', () => {
  expect(outcome(503, { 'retry-after': '120' })).toEqual({ is: 'later', after: 120_000 });
  expect(outcome(429, { 'retry-after': 'Sun, 01 Mar 2026 08:01:30 GMT' })).toEqual({ is: 'later', after: 90_000 });
  expect(outcome(429, { 'retry-after': 'Sun, 01 Mar 2026 07:00:00 GMT' })).toEqual({ is: 'later', after: 0 });
  expect(outcome(429, { 'retry-after': 'soon' })).toEqual({ is: 'later', after: 0 });
  expect(outcome(429, { 'retry-after': '99999999' })).toEqual({ is: 'later', after: 86_400_000 });
});

test('GitHub’s limits are no refusal', () => {
  expect(outcome(403, { 'retry-after': '60' })).toEqual({ is: 'later', after: 60_000 });
  const reset = String(now.getTime() / 1000 + 300);
  expect(outcome(403, { 'x-ratelimit-remaining': '0', 'x-ratelimit-reset': reset })).toEqual({
    is: 'later',
    after: 300_000,
  });
  expect(outcome(403, { 'x-ratelimit-remaining': '41', 'x-ratelimit-reset': reset }).is).toBe('refused');
});

test('pauses double up to ten minutes, half by chance, and respect what was asked', () => {
  const [soonest, latest] = [0, 1].map((chance) => [1, 2, 3, 8, 40, 5000].map((n) => pauseBefore(n, 0, chance)));
  expect(latest).toEqual([5_000, 10_000, 20_000, 600_000, 600_000, 600_000]);
  expect(soonest).toEqual([2_500, 5_000, 10_000, 300_000, 300_000, 300_000]);
  expect(pauseBefore(1, 90_000, 1)).toBe(90_000);
});
