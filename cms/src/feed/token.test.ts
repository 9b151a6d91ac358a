import { expect, test } from 'vitest';
import { bearsToken } from './token.ts';

test.each([
  ['Bearer right', true],
  ['bearer right', true],
  ['Bearer wrong', false],
  ['Bearer ', false],
  ['Basic right', false],
  ['right', false],
  [undefined, false],
])('%s', (header, expected) => {
  expect(bearsToken(header, 'right')).toBe(expected);
});
