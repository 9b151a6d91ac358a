import { expect, test } from 'vitest';
import { duration, standing, type Publication } from './publication.ts';

const none: Publication = {
  state: 'none',
  op: null,
  at: null,
  milliseconds: null,
  pages: null,
  pending: 0,
  cause: null,
  waited: null,
  builders: null,
};
const put: Publication = {
  ...none,
  state: 'live',
  op: 'put',
  at: '2026-02-04T08:00:00.000Z',
  milliseconds: 312,
  pages: 13,
};

test('a draft that was never public is a draft', () => {
  expect(standing(none, false)).toMatchObject({ tone: 'quiet', word: 'Draft' });
});

test('a published document says how soon it was live and on how many pages', () => {
  expect(standing(put, true)).toEqual({ tone: 'good', word: 'Live', detail: '0.3 s, 13 pages' });
  expect(standing({ ...put, pages: 1, milliseconds: 12_400 }, true).detail).toBe('12 s, 1 page');
});

test('a publish that was not handed over is an alarm', () => {
  expect(standing(none, true)).toMatchObject({ tone: 'bad', word: 'Not stored' });
  expect(standing({ ...put, op: 'remove' }, true)).toMatchObject({ tone: 'bad', word: 'Not stored' });
});

const waiting = (waited: number, residentAgo: number | null, more: Partial<Publication> = {}): Publication => ({
  ...put,
  state: 'waiting',
  milliseconds: null,
  pages: null,
  waited,
  builders: { residentAgo, elsewhere: null },
  ...more,
});

test('a builder that is there is given a minute, or as long as it has pages to go', () => {
  expect(standing(waiting(900, 20_000), true)).toEqual({ tone: 'busy', word: 'Publishing…' });
  expect(standing(waiting(59_000, 20_000), true)).toEqual({ tone: 'busy', word: 'Publishing…' });
  expect(standing(waiting(90_000, 20_000), true)).toEqual({
    tone: 'bad',
    word: 'Not live yet',
    detail: 'The builder is there, but has not finished for 1 minute: see its log.',
  });
  expect(standing(waiting(90_000, 20_000, { pending: 1200 }), true)).toEqual({
    tone: 'busy',
    word: 'Publishing…',
    detail: '1,200 pages to go',
  });
});

test('a builder that is away is an alarm that says for how long and what to do', () => {
  expect(standing(waiting(4_000, 200_000), true).tone).toBe('busy');
  expect(standing(waiting(6_000, 200_000), true)).toEqual({
    tone: 'bad',
    word: 'Not live',
    detail: 'It is stored. The site’s builder has not been seen for 3 minutes: start it again, or see its log.',
  });
  expect(standing(waiting(6_000, null), true).detail).toContain('start one with “npm run site:watch”');
  expect(standing(waiting(6_000, 200_000, { op: 'remove' }), false).word).toBe('Not taken down');
});

test('where builders elsewhere are called, it says so, and why a call was not taken', () => {
  const called = (calledAgo: number | null, failure: string | null = null) =>
    standing(waiting(80_000, null, { builders: { residentAgo: null, elsewhere: { calledAgo, failure } } }), true);
  expect(called(null)).toEqual({ tone: 'busy', word: 'Publishing…' });
  expect(called(70_000)).toEqual({ tone: 'busy', word: 'Publishing…', detail: 'A build was started 1 minute ago' });
  expect(called(null, 'GitHub refused the token (401).')).toEqual({
    tone: 'bad',
    word: 'Not live',
    detail: 'It is stored, but no build was started. GitHub refused the token (401).',
  });
  expect(called(40 * 60_000).detail).toBe(
    'It is stored. A build was started 40 minutes ago and has not ended: see its log.',
  );
});

test('what is live may have more pages to come', () => {
  expect(standing({ ...put, pending: 4000 }, true).detail).toBe('0.3 s, 13 pages, 4,000 more pages to go');
});

test.each([
  [400, '0 seconds'],
  [45_000, '45 seconds'],
  [61_000, '1 minute'],
  [7_300_000, '2 hours'],
  [200_000_000, '2 days'],
])('%i ms are %s', (milliseconds, text) => {
  expect(duration(milliseconds)).toBe(text);
});

test('a page that could not be made says why', () => {
  expect(standing({ ...put, state: 'failed', cause: 'No author.' }, true)).toEqual({
    tone: 'bad',
    word: 'Not live',
    detail: 'No author.',
  });
});

test('what was taken down says so', () => {
  expect(standing({ ...put, op: 'remove' }, false).word).toBe('Taken down');
  expect(standing(waiting(10, 10, { op: 'remove' }), false).word).toBe('Taking down…');
});
