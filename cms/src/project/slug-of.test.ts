import { slug } from '@dateline/shared/id';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { slugOf } from './slug-of.ts';

describe('a slug', () => {
  test.each([
    ['Wanjirũ Kamaũ', 'wanjiru-kamau'],
    ['The President’s men', 'the-presidents-men'],
    ['  1,200 bags — gone!  ', '1-200-bags-gone'],
    ['Crème brûlée & ﬁsh', 'creme-brulee-fish'],
    ['አዲስ አበባ', 'አዲስ-አበባ'],
    ['हिन्दी', 'हिन्दी'],
    ['東京 2026', '東京-2026'],
    ['!!!', ''],
  ])('of %s', (title, expected) => {
    expect(slugOf(title)).toBe(expected);
  });

  test('of a long title ends with a whole word', () => {
    expect(slugOf('word '.repeat(40))).toMatch(/^(word-)+word$/);
    expect(slugOf('word '.repeat(40)).length).toBeLessThanOrEqual(80);
  });

  test('fits the contract, whatever the title, and is its own slug', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (title) => {
        const made = slugOf(title);
        if (made === '') return;
        expect(slug.safeParse(made).success).toBe(true);
        expect(slugOf(made)).toBe(made);
      }),
      { numRuns: 2_000 },
    );
  });
});
