import { expect, test } from 'vitest';
import { takeTurns } from './take-turns.ts';

test('so much is done at once, so much waits, and more is asked to come again', async () => {
  const inTurn = takeTurns({ atOnce: () => 1, mostWaiting: 2 });
  const first = Promise.withResolvers<void>();
  const done: number[] = [];
  const works = [1, 2, 3].map((number) => inTurn(async () => (await first.promise, void done.push(number))));
  const more = async () => inTurn(async () => void done.push(4));
  await expect(more()).rejects.toMatchObject({ code: 'busy', retryAfter: 30 });
  first.resolve();
  await Promise.all(works);
  await more();
  expect(done).toEqual([1, 2, 3, 4]);
});

test('how much is done at once may change meanwhile, and something always is', async () => {
  let most = 2;
  const inTurn = takeTurns({ atOnce: () => most, mostWaiting: 10 });
  const begun: number[] = [];
  const ends = Array.from({ length: 6 }, () => Promise.withResolvers<void>());
  const works = ends.map(({ promise }, number) => inTurn(() => (begun.push(number), promise)));
  const end = async (number: number) => {
    ends[number]?.resolve();
    await works[number];
    // Whoever is next begins a moment after that.
    await Promise.resolve();
    return begun.length;
  };
  await Promise.resolve();
  expect(begun).toEqual([0, 1]);
  most = 0;
  expect(await end(0)).toBe(2);
  expect(await end(1)).toBe(3);
  most = 3;
  expect(await end(2)).toBe(6);
  await Promise.all([3, 4, 5].map(end));
  expect(begun).toEqual([0, 1, 2, 3, 4, 5]);
});
