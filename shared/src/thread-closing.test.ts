import { expect, test } from 'vitest';
import { closuresEnd, threadAt, threadCloses } from './thread-closing.ts';

const publishedAt = '2026-02-04T12:00:00.000Z';
const open = { comments: 'open', publishedAt, commentsCloseAfterDays: null } as const;
const threads = { closed: false, closeAfterDays: 0 };
const after = (days: number) => Date.parse(publishedAt) + days * 86_400_000;

test.each([
  ['nothing said', {}, {}, Infinity],
  ['every thread closed', {}, { closed: true }, -Infinity],
  ['the article closed', { comments: 'closed' as const }, { closeAfterDays: 3 }, -Infinity],
  ['so many days', {}, { closeAfterDays: 3 }, after(3)],
  ['other days here', { commentsCloseAfterDays: 1 }, { closeAfterDays: 3 }, after(1)],
  ['never here', { commentsCloseAfterDays: 0 }, { closeAfterDays: 3 }, Infinity],
])('%s', (_, article, settings, closes) => {
  expect(threadCloses({ ...open, ...article }, { threads: { ...threads, ...settings } })).toBe(closes);
});

test.each([
  ['open, until its age closes it', -Infinity, after(1), { isClosed: false, until: after(3) }],
  ['closed for a while, and open again', after(2), after(1), { isClosed: true, until: after(2) }],
  ['open from the very end of that', after(2), after(2), { isClosed: false, until: after(3) }],
  ['closed until its age closes it anyway', after(3), after(1), { isClosed: true, until: Infinity }],
  ['closed by its age', -Infinity, after(3), { isClosed: true, until: Infinity }],
  ['closed for ever', Infinity, after(1), { isClosed: true, until: Infinity }],
])('%s', (_, closed, now, thread) => {
  expect(threadAt(open, { threads: { ...threads, closeAfterDays: 3 } }, closed, now)).toEqual(thread);
});

test('the last of several closures counts, and one without an end never ends', () => {
  const until = (...ends: (string | null)[]) => closuresEnd(ends.map((end) => ({ until: end })));
  expect(until()).toBe(-Infinity);
  expect(until('2026-02-05T12:00:00.000Z', '2026-02-04T12:00:00.000Z')).toBe(after(1));
  expect(until('2026-02-05T12:00:00.000Z', null)).toBe(Infinity);
});
