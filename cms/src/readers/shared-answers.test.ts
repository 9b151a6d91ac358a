import { expect, test } from 'vitest';
import { sharedAnswers } from './shared-answers.ts';

/** Answers with how often it was asked so far, once it is let. */
function slow() {
  const waiting: (() => void)[] = [];
  let count = 0;
  const ask = sharedAnswers(async (question: string) => {
    const nth = ++count;
    await new Promise<void>((resolve) => waiting.push(resolve));
    if (question === 'bad') throw new Error(`Failed ${nth}`);
    return nth;
  });
  return { ask, answer: () => waiting.shift()?.(), count: () => count };
}

test('whoever asks meanwhile shares the next answer, which is begun after they asked', async () => {
  const { ask, answer, count } = slow();
  const first = ask('a');
  const [second, third] = [ask('a'), ask('a')];
  expect(count()).toBe(1);
  answer();
  expect(await first).toBe(1);
  await expect.poll(count).toBe(2);
  const fourth = ask('a');
  answer();
  expect(await Promise.all([second, third])).toEqual([2, 2]);
  await expect.poll(count).toBe(3);
  answer();
  expect(await fourth).toBe(3);
});

test('other questions are answered apart, and what is over is asked anew', async () => {
  const { ask, answer, count } = slow();
  const both = [ask('a'), ask('b')];
  expect(count()).toBe(2);
  answer();
  answer();
  expect(await Promise.all(both)).toEqual([1, 2]);
  const again = ask('a');
  expect(count()).toBe(3);
  answer();
  expect(await again).toBe(3);
});

test('what fails fails for those alone who asked for it', async () => {
  const { ask, answer, count } = slow();
  const [first, second] = [ask('bad'), ask('bad')];
  answer();
  await expect(first).rejects.toThrow('Failed 1');
  await expect.poll(count).toBe(2);
  answer();
  await expect(second).rejects.toThrow('Failed 2');
});
