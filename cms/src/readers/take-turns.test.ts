import { expect, test } from 'vitest';
import { takeTurns } from './take-turns.ts';

test('so much is done at once, so much waits, and more is asked to come again', async () => {
  const inTurn = takeTurns({ atOnce: 1, mostWaiting: 2 });
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
