import type { Place } from '@dateline/shared/place';
import { expect, test } from 'vitest';
import { datelinePlaces, placeChain } from './place-chain.ts';

const place = (id: string, kind: Place['kind'], parent: string | null): Place => ({
  id,
  slug: id,
  formerSlugs: [],
  name: id,
  kind,
  parent,
  aliases: [],
  description: '',
});

const kenya = place('kenya', 'country', null);
const mandera = place('mandera', 'county', 'kenya');
const rhamu = place('rhamu', 'town', 'mandera');
const published = new Map([kenya, mandera, rhamu].map((one) => [one.id, one]));
const ask = { place: (id: string) => published.get(id) };

test('the chain runs from the place upwards', () => {
  expect(placeChain(ask, rhamu)).toEqual([rhamu, mandera, kenya]);
});

test('an unpublished parent ends the chain', () => {
  expect(placeChain(ask, place('moyale', 'town', 'draft'))).toHaveLength(1);
});

test('a ring of parents ends', () => {
  const ring = new Map([place('a', 'region', 'b'), place('b', 'region', 'a')].map((one) => [one.id, one]));
  expect(placeChain({ place: (id) => ring.get(id) }, ring.get('a')!).map(({ id }) => id)).toEqual(['a', 'b']);
});

test('a dateline leaves out what lies between the town and its country', () => {
  expect(datelinePlaces([rhamu, mandera, kenya])).toEqual([rhamu, kenya]);
  expect(datelinePlaces([kenya])).toEqual([kenya]);
  expect(datelinePlaces([mandera])).toEqual([mandera]);
  expect(datelinePlaces([])).toEqual([]);
});
