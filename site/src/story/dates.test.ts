import { expect, test } from 'vitest';
import { writeDay, writeDayOf, writeInstant, writeMonth } from './dates.ts';

const nairobi = { language: 'en-GB', timeZone: 'Africa/Nairobi' };

test('a day is written as it stands, whatever the zone', () => {
  expect(writeDay('2026-02-04', nairobi)).toBe('4 February 2026');
  expect(writeDay('2026-02-04', { language: 'en-GB', timeZone: 'Pacific/Honolulu' })).toBe('4 February 2026');
});

test('an instant falls on the day of the newsroom', () => {
  expect(writeDayOf('2026-02-03T22:30:00.000Z', nairobi)).toBe('4 February 2026');
});

test('an instant carries its zone', () => {
  expect(writeInstant('2026-02-04T06:05:00.000Z', nairobi)).toMatch(/4 February 2026.*09:05.*(EAT|GMT\+3)/);
});

test('a month is written in the language of the newsroom', () => {
  expect(writeMonth('2026-02', { language: 'fr', timeZone: 'Africa/Nairobi' })).toBe('février 2026');
});
