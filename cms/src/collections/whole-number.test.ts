import type { NumberField } from 'payload';
import { expect, test } from 'vitest';
import { wholeNumber } from './whole-number.ts';

const say = (field: NumberField, value: unknown) => (field.validate as (value: unknown) => unknown)(value);
const days = wholeNumber({ name: 'days', label: 'Days', max: 3_650 });

test.each([0, 1, 3_650, null, undefined, ''])('%s is taken', (value) => {
  expect(say(days, value)).toBe(true);
});

test.each([-1, 0.5, 3_651, NaN, Infinity, '7', true])('%s is refused', (value) => {
  expect(say(days, value)).toBe('Write a whole number from 0 to 3,650.');
});

test('nothing is refused where something must stand', () => {
  const count = wholeNumber({ name: 'count', label: 'Count', min: 1, max: 100, required: true });
  expect([null, 0, 1].map((value) => say(count, value))).toEqual([
    'Write a whole number from 1 to 100.',
    'Write a whole number from 1 to 100.',
    true,
  ]);
});
