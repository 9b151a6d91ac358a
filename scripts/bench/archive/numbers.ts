import { randomFrom, type Random } from '../../sample/drawings/random.ts';

/** What each kind of document draws its numbers and ids from, so that none draws those of another. */
const families = { person: 1, place: 2, topic: 3, article: 5, comment: 6, words: 7 } as const;
export type Family = keyof typeof families;

/** The numbers of one document: the same for the same seed, whatever else was drawn before. */
export const randomOf = (seed: number, family: Family, number: number): Random =>
  randomFrom(
    (Math.imul(seed, 0x85ebca6b) ^ Math.imul(families[family], 0xc2b2ae35) ^ Math.imul(number, 0x27d4eb2f)) | 0,
  );

/** A whole number from 0 up to, but without, `count`. */
export const below = (random: Random, count: number) => Math.floor(random() * count);

/**
 * One of `count` ranks, the first ones far more often than the last: the chance of a rank falls as 1 / (rank + `evenness`).
 */
export const rankOf = (random: Random, count: number, evenness: number) =>
  Math.floor(evenness * ((count / evenness + 1) ** random() - 1));

/** As many different values as wanted. */
export function distinct(wanted: number, draw: () => number): number[] {
  const found = new Set<number>();
  while (found.size < wanted) found.add(draw());
  return [...found];
}

/** The id of a document, by its kind and number. */
export const idOf = (family: Family, number: number) =>
  `0197${families[family].toString(16).padStart(4, '0')}-0000-7000-8000-${number.toString(16).padStart(12, '0')}`;
