import { expect, test } from 'vitest';
import { isKnown, isSame } from './conditions.ts';

test.each([
  ['"a"', true],
  ['W/"a"', true],
  ['"b", "a"', true],
  ['*', true],
  ['"b"', false],
  ['a', false],
  [undefined, false],
])('If-None-Match: %s', (header, known) => expect(isKnown(header, '"a"')).toBe(known));

test.each([
  [undefined, true],
  ['"a"', true],
  ['W/"a"', false],
  ['"b"', false],
  ['Wed, 25 Nov 2026 00:00:00 GMT', false],
])('If-Range: %s', (header, same) => expect(isSame(header, '"a"')).toBe(same));
