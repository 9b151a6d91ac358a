import { expect, test } from 'vitest';
import { threadLanguage, wordsOf } from './words-of.ts';

test.each([
  ['sw', 'en', 'sw'],
  ['en', 'en-KE', 'en-KE'],
  ['sw-TZ', 'SW-KE', 'SW-KE'],
  ['fr', 'sw', 'sw'],
  ['en-GB', 'sw', 'en-GB'],
  ['fr', 'so', 'en'],
  ['swahili', 'fr', 'en'],
])('the thread of a story in %s on a site in %s is in %s', (story, site, language) => {
  expect(threadLanguage(story, site)).toBe(language);
});

test('words are those of the language, whatever its country', () => {
  expect(['sw-KE', 'SW', 'en-GB'].map((tag) => wordsOf(tag).reply)).toEqual(['Jibu', 'Jibu', 'Reply']);
});

const say = (word: unknown): unknown =>
  typeof word === 'function' ? say((word as (...args: unknown[]) => string)('Ekai', 2)) : word;

test.each(Object.keys(wordsOf('en')) as (keyof ReturnType<typeof wordsOf>)[])(
  'both languages say “%s”, each in its words',
  (name) => {
    const [english, swahili] = [wordsOf('en'), wordsOf('sw')].map((words) => say(words[name]));
    expect(swahili).toBeDefined();
    expect(swahili).not.toEqual(english);
  },
);

test.each(['en', 'sw'])('what a reader sees of a link in %s begins its whole name', (language) => {
  const {
    reply,
    replyTo,
    recommend,
    recommendOf,
    report,
    reportOf,
    edit,
    editOf,
    delete: remove,
    deleteOf,
  } = wordsOf(language);
  for (const [seen, whole] of [
    [reply, replyTo],
    [recommend, recommendOf],
    [report, reportOf],
    [edit, editOf],
    [remove, deleteOf],
  ] as const)
    expect(whole('Ekai').startsWith(`${seen} `)).toBe(true);
});
