import { describe, expect, test } from 'vitest';
import { atLeast, atMost, exactly, jsonOf, quantile, tableOf, told } from './figures.ts';

describe('quantile', () => {
  const values = [5, 1, 4, 2, 3, 10, 9, 8, 7, 6];
  test.each([
    [0, 1],
    [0.5, 5],
    [0.99, 10],
    [1, 10],
  ])('%d of ten is %d', (share, expected) => {
    expect(quantile(values, share)).toBe(expected);
  });
  test('of two hundred, two lie above the 99th', () => {
    expect(
      quantile(
        Array.from({ length: 200 }, (_, index) => index + 1),
        0.99,
      ),
    ).toBe(198);
  });
});

describe('a limit', () => {
  test.each([
    [atMost('a', 'ms', 100, 100), true],
    [atMost('a', 'ms', 100.04, 100), false],
    [atLeast('a', 'pages/s', 2, 2), true],
    [atLeast('a', 'pages/s', 1.99, 2), false],
    [exactly('a', 'files', 13, 13), true],
    [exactly('a', 'files', 12, 13), false],
    [exactly('a', 'files', 14, 13), false],
    [told('a', 'ms', 1e9), true],
    [atMost('a', 'ms', Number.NaN, 100), false],
    [atLeast('a', 'ms', Number.NaN, 100), false],
  ])('%o', (figure, expected) => {
    expect(figure.holds).toBe(expected);
  });
});

test('the table says what does not hold', () => {
  expect(tableOf([atMost('publish, p50', 'ms', 62.34, 100), atLeast('built', 'pages/s', 900, 1_000)])).toEqual([
    'publish, p50       62.3 ms           at most 100',
    'built               900 pages/s      at least 1000   DOES NOT HOLD',
  ]);
});

test('the JSON has the fields that programs read, and no others', () => {
  expect(JSON.parse(jsonOf([atLeast('built', 'pages/s', 900, 1_000)]))).toEqual([
    { name: 'built', unit: 'pages/s', value: 900, limit: 1_000, holds: false },
  ]);
});
