import { expect, test } from 'vitest';
import { priority } from './priority.ts';

test('work is under way until the last of it has ended, be it badly', async () => {
  const posting = priority();
  const first = Promise.withResolvers<string>();
  const second = Promise.withResolvers<string>();
  expect(posting.isUnderWay()).toBe(false);
  const works = [posting.goAhead(() => first.promise), posting.goAhead(() => second.promise)];
  first.resolve('one');
  expect(await works[0]).toBe('one');
  expect(posting.isUnderWay()).toBe(true);
  second.reject(new Error('two'));
  await expect(works[1]).rejects.toThrow('two');
  expect(posting.isUnderWay()).toBe(false);
});
