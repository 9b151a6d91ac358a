import { expect, test } from 'vitest';
import { standing, type Publication } from './publication.ts';

const none: Publication = { state: 'none', op: null, at: null, milliseconds: null, pages: null, cause: null };
const put: Publication = {
  ...none,
  state: 'live',
  op: 'put',
  at: '2026-02-04T08:00:00.000Z',
  milliseconds: 312,
  pages: 13,
};

test('a draft that was never public is a draft', () => {
  expect(standing(none, false, 0)).toMatchObject({ tone: 'quiet', word: 'Draft' });
});

test('a published document says how soon it was live and on how many pages', () => {
  expect(standing(put, true, 0)).toEqual({ tone: 'good', word: 'Live', detail: '0.3 s, 13 pages' });
  expect(standing({ ...put, pages: 1, milliseconds: 12_400 }, true, 0).detail).toBe('12 s, 1 page');
});

test('a publish that was not handed over is an alarm', () => {
  expect(standing(none, true, 0)).toMatchObject({ tone: 'bad', word: 'Not stored' });
  expect(standing({ ...put, op: 'remove' }, true, 0)).toMatchObject({ tone: 'bad', word: 'Not stored' });
});

test('waiting is patient for ten seconds', () => {
  expect(standing({ ...put, state: 'waiting' }, true, 900)).toEqual({ tone: 'busy', word: 'Publishing…' });
  expect(standing({ ...put, state: 'waiting' }, true, 10_000)).toMatchObject({ tone: 'bad', word: 'Not live yet' });
});

test('a page that could not be made says why', () => {
  expect(standing({ ...put, state: 'failed', cause: 'No author.' }, true, 0)).toEqual({
    tone: 'bad',
    word: 'Not live',
    detail: 'No author.',
  });
});

test('what was taken down says so', () => {
  expect(standing({ ...put, op: 'remove' }, false, 0).word).toBe('Taken down');
  expect(standing({ ...put, op: 'remove', state: 'waiting' }, false, 0).word).toBe('Taking down…');
});
