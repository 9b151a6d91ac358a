import { expect, test } from 'vitest';
import { threadCloses } from './thread-closing.ts';

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
