import type { ThreadPage } from '@dateline/shared/comment';
import { expect, test } from 'vitest';
import { shownComments } from './shown-comments.ts';

const page = (own: object[], comments: object[]) => ({ own, comments }) as unknown as ThreadPage;

test('the newest first, whoever may see it', () => {
  const [first, second] = [
    { id: 'a', at: '2026-01-01T00:00:00.000Z' },
    { id: 'b', at: '2026-01-02T00:00:00.000Z' },
  ];
  expect(shownComments(page([first], [second]))).toEqual([second, first]);
});

test('to its writer, what waits again is their words and not the place that others see', () => {
  const at = '2026-01-01T00:00:00.000Z';
  const own = { id: 'a', at, state: 'held' };
  expect(shownComments(page([own], [{ id: 'a', at, removed: true }]))).toEqual([own]);
});
