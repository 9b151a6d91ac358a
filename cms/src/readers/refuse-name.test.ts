import { expect, test } from 'vitest';
import { foldedPhrase } from '../moderation/fold.ts';
import { wrongWithName } from './refuse-name.ts';

const rules = { words: ['cheap pills'].map(foldedPhrase), taken: ['The Courier', 'staff', 'Wanjiru Kamau', 'Zoë'] };

test.each(['Buy at spam.example', 'www spam', 'spam．example', 'St.John'])('%s is a link', (name) =>
  expect(wrongWithName(name, rules)).toContain('no links'),
);

test.each(['Cheap Pills here', 'chеap pills'])('%s has words that are not published', (name) =>
  expect(wrongWithName(name, rules)).toContain('words'),
);

test.each(['the courier', 'TheCourier', 'The C0urier', 'Staff', 'ѕtaff', 'Wanjiru  Kamau', 'Wanjiru-Kamau', 'Zoe'])(
  '%s looks like somebody else',
  (name) => expect(wrongWithName(name, rules)).toContain('is called that'),
);

test.each(['Wanjiru K.', 'J. R. R. Otieno', 'Staffan', 'Wanjiru Kamau-Otieno', 'Ph.D Mwangi', 'وانجيرو', 'Pills'])(
  '%s is a name',
  (name) => expect(wrongWithName(name, rules)).toBeUndefined(),
);
