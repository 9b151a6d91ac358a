import { expect, test } from 'vitest';
import { mailsAnHour, wayOf } from './preference.ts';

test('a reader has it as they wish, until it would be too many mails', () => {
  expect(wayOf('immediate', 0)).toBe('immediate');
  expect(wayOf('immediate', mailsAnHour - 1)).toBe('immediate');
  expect(wayOf('immediate', mailsAnHour)).toBe('digest');
  expect(wayOf('digest', 0)).toBe('digest');
  expect(wayOf('off', mailsAnHour)).toBe('off');
});
