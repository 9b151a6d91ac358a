import { expect, test } from 'vitest';
import { parseAccountPolicy } from './policy.ts';

test('what was never saved has its default', () => {
  expect(parseAccountPolicy()).toEqual({
    terms: '',
    termsVersion: 0,
    termsChangedAt: null,
    agreeDays: null,
    idleDays: null,
    unconfirmedDays: 7,
    refusedDays: 365,
    mailDays: 30,
  });
});

test('0 and nothing keep for ever', () => {
  expect(parseAccountPolicy({ idleDays: 0, unconfirmedDays: 0, mailDays: null, refusedDays: 0 })).toMatchObject({
    idleDays: null,
    unconfirmedDays: null,
    refusedDays: null,
    mailDays: 30,
  });
});

test('terms have a version and a day', () => {
  const row = {
    terms: ' We keep little. ',
    termsVersion: 2,
    termsChangedAt: '2026-11-01T00:00:00.000Z',
    agreeDays: 30,
  };
  expect(parseAccountPolicy(row)).toMatchObject({
    terms: 'We keep little.',
    termsVersion: 2,
    termsChangedAt: new Date(row.termsChangedAt),
    agreeDays: 30,
  });
});
