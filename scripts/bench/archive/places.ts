import { placeKinds, type Place } from '@dateline/shared/place';
import type { Topic } from '@dateline/shared/topic';
import { oneOf } from '../../sample/drawings/random.ts';
import { idOf, randomOf } from './numbers.ts';
import type { Words } from './words.ts';

export const placeCount = 1_000;
export const topicCount = 24;
const countries = 10;
const counties = 90;

/** A place's number by its rank in the news, so that towns, counties and countries are mixed among the ranks. */
export const placeAtRank = (rank: number) => (rank * 617 + 101) % placeCount;

/** The place that a place lies in: ten countries, ninety counties in them, and towns in those. */
function parentOf(number: number): number | null {
  if (number < countries) return null;
  if (number < countries + counties) return number % countries;
  return countries + (number % counties);
}

const stems = ['Ost', 'Lim', 'Kar', 'Vel', 'Dun', 'Mar', 'Pol', 'Sil', 'Tar', 'Ruk', 'Hal', 'Nor'] as const;
const tails = ['ava', 'umo', 'ere', 'indi', 'olo', 'ensa', 'ika', 'aru', 'embe', 'ondo'] as const;

export function placeOf(seed: number, words: Words, number: number): Place {
  const random = randomOf(seed, 'place', number);
  const parent = parentOf(number);
  const name = `${oneOf(random, stems)}${oneOf(random, tails)} ${oneOf(random, stems)}`;
  const [country, county, ...smaller] = placeKinds;
  return {
    id: idOf('place', number),
    slug: `${name.toLowerCase().replaceAll(' ', '-')}-${number}`,
    formerSlugs: [],
    name,
    kind: parent === null ? country : parent < countries ? county : oneOf(random, smaller),
    parent: parent === null ? null : idOf('place', parent),
    aliases: [],
    description: words.sentence(random),
  };
}

export function topicOf(seed: number, words: Words, number: number): Topic {
  const random = randomOf(seed, 'topic', number);
  const subject = words.phrase(random).split(' ')[1] ?? '';
  const name = `${subject.charAt(0).toUpperCase()}${subject.slice(1)} ${number + 1}`;
  return {
    id: idOf('topic', number),
    slug: name.toLowerCase().replaceAll(' ', '-'),
    formerSlugs: [],
    name,
    description: words.sentence(random),
  };
}
