import { expect, test } from 'vitest';
import { embargoProblem, followEmbargo } from './embargo.ts';

const hour = (of: number) => `2026-02-04T${String(of).padStart(2, '0')}:00:00.000Z`;
const now = Date.parse(hour(8));

test('an embargo holds until its instant, and no longer', () => {
  expect(embargoProblem(hour(9), now, 'Africa/Nairobi')[0]?.message).toContain('until 4 Feb 2026, 12:00 EAT');
  expect(embargoProblem(hour(8), now, 'UTC')).toEqual([]);
  expect(embargoProblem(null, now, 'UTC')).toEqual([]);
});

test.each([
  ['later', hour(12), hour(12), hour(15), hour(15)],
  ['later, past what was scheduled after it', hour(13), hour(12), hour(15), hour(15)],
  ['later, but not as late as what is scheduled', hour(16), hour(12), hour(15), hour(16)],
  ['earlier', hour(12), hour(12), hour(10), hour(10)],
  ['earlier, where something later was scheduled', hour(13), hour(12), hour(10), hour(13)],
  ['set where there was none', hour(12), null, hour(15), hour(15)],
  ['set before what is scheduled', hour(12), null, hour(10), hour(12)],
  ['lifted', hour(12), hour(12), null, hour(12)],
  ['said to be over', hour(12), hour(12), hour(7), hour(12)],
])('an embargo that is moved %s', (_, at, before, after, due) => {
  expect(followEmbargo(at, before, after, now)).toBe(due);
});
