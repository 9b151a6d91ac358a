import { expect, test } from 'vitest';
import { kilobytesOf } from './memory.ts';

const rollup = `55d0c0e00000-7ffd3c7f0000 ---p 00000000 00:00 0                          [rollup]
Rss:               51232 kB
Pss:               43210 kB
Pss_Anon:          30000 kB
`;

test('the kernel is read by the whole name', () => {
  expect(kilobytesOf('Pss', rollup)).toBe(43_210);
  expect(kilobytesOf('Pss_Anon', rollup)).toBe(30_000);
});

test('a process that has ended holds nothing', () => {
  expect(kilobytesOf('Pss', '')).toBe(0);
});
