import { expect, test } from 'vitest';
import { details, fillIn, translate } from './details.ts';
import { swahili } from './swahili.ts';

test('a sentence keeps its numbers in another language', () => {
  const said = fillIn(details.characters, 20, 300);
  expect(said).toBe('Write 20 to 300 characters.');
  expect(translate(said, swahili.sentences)).toBe('Andika herufi 20 hadi 300.');
});

test('what has no translation is said as it is', () => {
  expect(translate('The body is not JSON.', swahili.sentences)).toBe('The body is not JSON.');
});
