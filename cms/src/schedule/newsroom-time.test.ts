import { expect, test } from 'vitest';
import { instantAt, wallTime, writeInstant } from './newsroom-time.ts';

test('an instant is written with the name that its zone has', () => {
  expect(writeInstant('2026-02-04T09:00:00.000Z', 'Africa/Nairobi')).toBe('4 Feb 2026, 12:00 EAT');
  expect(writeInstant('2026-07-04T09:00:00.000Z', 'Europe/London')).toBe('4 Jul 2026, 10:00 BST');
  expect(writeInstant('2026-02-04T09:00:00.000Z', 'America/New_York')).toBe('4 Feb 2026, 04:00 EST');
  expect(writeInstant('2026-02-04T09:00:00.000Z', 'Asia/Kathmandu')).toBe('4 Feb 2026, 14:45 GMT+5:45');
});

test.each([
  ['2026-02-04T12:00', 'Africa/Nairobi', '2026-02-04T09:00:00.000Z'],
  ['2026-02-04T00:00', 'Africa/Nairobi', '2026-02-03T21:00:00.000Z'],
  ['2026-01-01T02:00', 'Pacific/Kiritimati', '2025-12-31T12:00:00.000Z'],
  ['2026-07-04T09:00', 'Europe/London', '2026-07-04T08:00:00.000Z'],
  ['2026-10-24T20:00', 'Europe/London', '2026-10-24T19:00:00.000Z'],
  ['2026-10-25T20:00', 'Europe/London', '2026-10-25T20:00:00.000Z'],
])('%s in %s is %s, and back', (wall, zone, instant) => {
  expect(instantAt(wall, zone)).toBe(instant);
  expect(wallTime(instant, zone)).toBe(wall);
});

test('a time that clocks skip counts from before, and one that comes twice is the first', () => {
  expect(instantAt('2026-03-29T01:30', 'Europe/London')).toBe('2026-03-29T01:30:00.000Z');
  expect(instantAt('2026-10-25T01:30', 'Europe/London')).toBe('2026-10-25T00:30:00.000Z');
});

test('what is no time is none', () => {
  expect(instantAt('', 'UTC')).toBeNull();
  expect(instantAt('2026-13-04T12:00', 'UTC')).toBeNull();
});
