import type { Person } from '@dateline/shared/person';
import type { Place } from '@dateline/shared/place';
import type { Topic } from '@dateline/shared/topic';
import { peopleCount, personOf } from './people.ts';
import { placeCount, placeOf, topicCount, topicOf } from './places.ts';
import { wordsOf, type Words } from './words.ts';

/** Whom and what stories are about, each at its number: the same for archives of every size. */
export interface World {
  seed: number;
  words: Words;
  people: readonly Person[];
  places: readonly Place[];
  topics: readonly Topic[];
}

export function worldOf(seed: number): World {
  const words = wordsOf(seed);
  const many = <T>(count: number, make: (seed: number, words: Words, number: number) => T) =>
    Array.from({ length: count }, (_, number) => make(seed, words, number));
  return {
    seed,
    words,
    people: many(peopleCount, personOf),
    places: many(placeCount, placeOf),
    topics: many(topicCount, topicOf),
  };
}
