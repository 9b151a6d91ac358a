import type { ThreadPage } from '@dateline/shared/comment';
import { expect, test } from 'vitest';
import type { Shown } from './draw-comment.ts';
import { ofPage, shownComments } from './shown-comments.ts';

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

test('what older pages have is not put on this one, but for what is there, replies, and one’s own that waits', () => {
  const shown = [
    { id: 'new', at: '2026-01-09', root: null },
    { id: 'last', at: '2026-01-05', root: null },
    { id: 'reply', at: '2026-01-04', root: 'last' },
    { id: 'own', at: '2026-01-03', root: null, state: 'held' },
    { id: 'older', at: '2026-01-02', root: null },
  ] as Shown[];
  const idsOf = (since: string | undefined) => ofPage(shown, since, (id) => id === 'last').map(({ id }) => id);
  expect(idsOf('2026-01-05')).toEqual(['new', 'last', 'reply', 'own']);
  expect(idsOf(undefined)).toEqual(shown.map(({ id }) => id));
});
