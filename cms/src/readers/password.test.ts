import { expect, test, vi } from 'vitest';
import { hashesAtOnce, hashPassword, passwordFits } from './password.ts';

test('a password fits its own hash alone, however it was typed', async () => {
  const stored = await hashPassword('café under the rain');
  expect(stored).toMatch(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$/);
  expect(await passwordFits(stored, 'cafe\u0301 under the rain')).toBe(true);
  expect(await passwordFits(stored, 'cafe under the rain')).toBe(false);
});

test.each([undefined, null, ''])('no password fits where there is none: %s', async (stored) => {
  expect(await passwordFits(stored, 'anything')).toBe(false);
});

test('a busy moment is over for an address that nobody has, too', async () => {
  vi.resetModules();
  const { passwordFits } = await import('./password.ts');
  // No hash, so that each is over at once; with two under way and 600 that wait, nobody else may.
  const crowd = Array.from({ length: 602 }, () => passwordFits('no hash', 'rain'));
  const busy = (asked: Promise<boolean>) => expect(asked).rejects.toMatchObject({ code: 'busy' });
  await Promise.all([busy(passwordFits(undefined, 'rain')), busy(passwordFits('no hash', 'rain'))]);
  await Promise.allSettled(crowd);
  expect(await passwordFits(undefined, 'rain')).toBe(false);
});

test('many at once all come to an end', async () => {
  const stored = await hashPassword('one');
  const answers = await Promise.all(Array.from({ length: 12 }, (_, i) => passwordFits(stored, i % 2 ? 'one' : 'two')));
  expect(answers).toEqual(Array.from({ length: 12 }, (_, i) => i % 2 === 1));
});

test('two are hashed at once, and fewer where whoever posts would wait for a core', () => {
  expect([1, 2, 3, 4, 16].map((cores) => hashesAtOnce(cores, true))).toEqual([1, 1, 1, 2, 2]);
  expect([1, 2, 16].map((cores) => hashesAtOnce(cores, false))).toEqual([2, 2, 2]);
});
