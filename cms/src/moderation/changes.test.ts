import { expect, test } from 'vitest';
import { changesBetween } from './changes.ts';

test('each rule that was changed is said from what to what', () => {
  const before = { links: 2, holdNew: true, closeAfterDays: null, newReaders: 'hold' };
  expect(changesBetween(before, { links: 5, holdNew: true, closeAfterDays: 0, newReaders: null })).toEqual([
    { before: 'links: 2', after: 'links: 5' },
    { before: 'closeAfterDays: none', after: 'closeAfterDays: 0' },
    { before: 'newReaders: hold', after: 'newReaders: none' },
  ]);
});

test('of lists the name is enough', () => {
  const words = [{ id: '1', list: 'a word' }];
  expect(changesBetween({ words: [], watchedDomains: [] }, { words, watchedDomains: [] })).toEqual([
    { before: 'words', after: 'words' },
  ]);
});

test('what was never saved changes nothing while it is empty', () => {
  expect(changesBetween(undefined, { links: null, note: '', watchedDomains: [] })).toEqual([]);
});
