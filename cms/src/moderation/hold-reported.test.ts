import { expect, test } from 'vitest';
import { isReportedEnough } from './hold-reported.ts';

test.each([
  [2, 3, false],
  [3, 3, true],
  [4, 3, true],
  [99, 0, false],
])('%i readers where %i are asked for: %s', (readers, reports, isEnough) => {
  expect(isReportedEnough(readers, { reports })).toBe(isEnough);
});
