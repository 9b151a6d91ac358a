import { expect, test } from 'vitest';
import { displayName } from './reader.ts';

test.each([
  ['Wanjiku  wa\nOtieno', 'Wanjiku wa Otieno'],
  ['ශ්\u200dරී ලංකා', 'ශ්\u200dරී ලංකා'],
  ['علی\u200cرضا', 'علی\u200cرضا'],
  ['A\u200dnn\ufeffa\u200b', 'Anna'],
  [`Ann${'\u0323'.repeat(40)}`, `Anṇ${'\u0323'.repeat(3)}`],
])('%j is written %j', (typed, kept) => expect(displayName.parse(typed)).toBe(kept));

test.each(['\u3164\u3164\u3164', '\u0301\u0301', '\u200d\u200d', '<b>', '\u202eannA', 'Anna\u2067', 'a\u2028', '👩‍👩‍👧‍👦'])(
  '%j is no name',
  (typed) => expect(displayName.safeParse(typed).success).toBe(false),
);
