import { expect, test } from 'vitest';
import { dayAt, nextDayAt } from './local-day.ts';

const next = (at: string, timeZone: string) => new Date(nextDayAt(Date.parse(at), timeZone)).toISOString();

test('an instant falls on the day of the zone', () => {
  expect(dayAt(Date.parse('2026-02-03T21:00:00.000Z'), 'Africa/Nairobi')).toBe('2026-02-04');
  expect(dayAt(Date.parse('2026-02-03T20:59:59.999Z'), 'Africa/Nairobi')).toBe('2026-02-03');
});

test('a day ends at midnight of the zone, to the millisecond', () => {
  expect(next('2026-02-04T06:05:00.000Z', 'Africa/Nairobi')).toBe('2026-02-04T21:00:00.000Z');
  expect(next('2026-02-04T20:59:59.999Z', 'Africa/Nairobi')).toBe('2026-02-04T21:00:00.000Z');
  expect(next('2026-02-04T21:00:00.000Z', 'Africa/Nairobi')).toBe('2026-02-05T21:00:00.000Z');
});

test('a day is as long as the clocks make it', () => {
  expect(next('2026-03-29T00:00:00.000Z', 'Europe/London')).toBe('2026-03-29T23:00:00.000Z');
  expect(next('2026-10-24T23:00:00.000Z', 'Europe/London')).toBe('2026-10-26T00:00:00.000Z');
});

test('a day that has no midnight begins when it begins', () => {
  // In Beirut clocks go from midnight to one o'clock.
  expect(next('2026-03-28T12:00:00.000Z', 'Asia/Beirut')).toBe('2026-03-28T22:00:00.000Z');
  expect(dayAt(Date.parse('2026-03-28T22:00:00.000Z'), 'Asia/Beirut')).toBe('2026-03-29');
});
