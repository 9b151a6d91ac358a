import type { Person } from '@dateline/shared/person';
import { oneOf } from '../../sample/drawings/random.ts';
import { below, idOf, randomOf } from './numbers.ts';
import type { Words } from './words.ts';

/** Everybody in the archive, by how often they are in the news; the last of them are its authors. */
export const peopleCount = 5_000;
export const authorCount = 50;
/** The person who is in every twentieth story. */
export const star = 0;

const openings = [
  'Zel',
  'Mur',
  'Tov',
  'Ank',
  'Bri',
  'Cas',
  'Dum',
  'Fen',
  'Gil',
  'Hov',
  'Ivo',
  'Jas',
  'Kel',
  'Lod',
] as const;
const middles = ['a', 'e', 'i', 'o', 'u', 'ari', 'eno', 'olu', 'umi', 'ira'] as const;
const endings = ['ba', 'dek', 'fin', 'gar', 'lo', 'mi', 'net', 'pur', 'ros', 'tan', 'vik', 'wes', 'yal'] as const;
const titles = [
  'Governor',
  'Minister',
  'Headteacher',
  'Engineer',
  'Harbour master',
  'Judge',
  'Farmer',
  'Captain',
] as const;

/** A person by rank: 0 is in the news most. The names are put together from syllables, and nobody's. */
export function personOf(seed: number, words: Words, rank: number): Person {
  const random = randomOf(seed, 'person', rank);
  const name = () => oneOf(random, openings) + oneOf(random, middles) + oneOf(random, endings);
  const full = `${name()} ${name()}`;
  const since = 2_005 + below(random, 20);
  return {
    id: idOf('person', rank),
    slug: `${full.toLowerCase().replaceAll(' ', '-')}-${rank}`,
    formerSlugs: [],
    name: full,
    honorific: random() < 0.1 ? 'Dr' : null,
    aliases: [],
    photo: null,
    biography: `${words.sentence(random)} ${words.sentence(random)}`,
    roles: [
      { title: oneOf(random, titles), organisation: `${name()} Council`, from: `${since}-01-15`, to: null },
      { title: oneOf(random, titles), organisation: null, from: null, to: `${since}-01-14` },
    ],
  };
}
