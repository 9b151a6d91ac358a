import { expect, test } from 'vitest';
import { isGuessable, refuseGuessable } from './common-password.ts';

const list = new Set(['password', 'qwertyuiop', '1q2w3e4r5t']);
const about = ['Wanjiku Otieno', 'w.otieno@example.org'];

test.each([
  'qwertyuiop',
  'QwertyUiop',
  'Password2026!',
  '...password...',
  '1q2w3e4r5t',
  'aaaaaaaaaaaa',
  'abcabcabcabc',
  '121212121212',
  'Wanjiku Otieno',
  'wanjikuotieno1',
  'w.otieno2026!!',
  'w.otieno@example.org',
])('%s is guessed early', (password) => {
  expect(isGuessable(password, list, about)).toBe(true);
});

test.each([
  'rain on a tin roof',
  'passwords are dull',
  'Otieno keeps eleven goats',
  '8259174066',
  'kwa heri ya kuonana',
])('%s is not', (password) => {
  expect(isGuessable(password, list, about)).toBe(false);
});

test('the list that comes with the packages has what it should', async () => {
  for (const password of ['password123', 'basketball', 'qwerty12345'])
    await expect(refuseGuessable('password', password, [])).rejects.toMatchObject({
      code: 'invalid-input',
      fields: { password: expect.stringContaining('tried first') },
    });
  await refuseGuessable('password', 'rain on a tin roof', []);
});
