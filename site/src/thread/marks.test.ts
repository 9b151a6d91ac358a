import { english } from '@dateline/shared/english';
import { expect, test } from 'vitest';
import { badgesOf, isBeforeCorrection, sayRecommended } from './marks.ts';

const comment = { staff: false, person: null, pick: false, written: '2026-03-01T08:00:00.000Z' };
const story = { authors: ['wanjiru'], correctedAt: '2026-03-02T08:00:00.000Z' };

test('badges say who wrote it and what the newsroom thinks of it', () => {
  expect(badgesOf(comment, story, english)).toEqual([]);
  expect(badgesOf({ ...comment, staff: true, person: 'wanjiru', pick: true }, story, english)).toEqual([
    'Author of the story',
    'Staff',
    'Editor’s pick',
  ]);
  expect(badgesOf({ ...comment, person: 'otieno' }, story, english), 'somebody who wrote another story').toEqual([]);
});

test('a comment is older than the last correction, or not', () => {
  expect(isBeforeCorrection(comment, story)).toBe(true);
  expect(isBeforeCorrection({ written: '2026-03-02T08:00:00.000Z' }, story)).toBe(false);
  expect(isBeforeCorrection(comment, { ...story, correctedAt: null })).toBe(false);
});

test('one recommends, several recommend, and of nobody nothing is said', () => {
  expect([0, 1, 2].map((count) => sayRecommended(count, english))).toEqual(['', '1 recommends it', '2 recommend it']);
});
