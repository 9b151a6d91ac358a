import { expect, test } from 'vitest';
import { defaultPolicy, overridden, readPolicy } from './policy.ts';

test('what the desk left empty has its default', () => {
  expect(readPolicy({ links: null, holdNew: null })).toEqual(defaultPolicy);
});

test('zero and false are said, not empty', () => {
  expect(readPolicy({ links: 0, holdNew: false })).toMatchObject({ links: 0, holdNew: false });
});

test('lists of words are folded, and empty lines are none', () => {
  const { words } = readPolicy({ words: [{ language: 'EN', do: 'refuse', list: ' Señor \n\n***\nGo  away' }] });
  expect(words).toMatchObject([{ language: 'en', do: 'refuse' }]);
  expect(words[0]?.phrases).toHaveLength(2);
});

test('an article overrides what it says, and nothing else', () => {
  const policy = readPolicy({ links: 7, closeAfterDays: 30 });
  expect(overridden(policy, { newReaders: null, links: null, closeAfterDays: null })).toEqual(policy);
  expect(overridden(policy, { newReaders: 'publish', links: 0, closeAfterDays: 0 })).toEqual({
    ...policy,
    holdNew: false,
    links: 0,
    closeAfterDays: 0,
  });
});
