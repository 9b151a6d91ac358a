import { expect, test } from 'vitest';
import { menuOptions, type Found } from './mention-option.ts';

const found: Found = { kind: 'place', id: '1', name: 'Lakeside', note: 'town', draft: false };
const acts = (query: string, list: Found[] = []) => menuOptions(list, query, ['person', 'place']).map(({ key }) => key);

test('what is found comes first, then the offer to create', () => {
  expect(acts('Lake', [found])).toEqual(['1', 'create-person', 'create-place']);
});

test('nothing is offered for a name that is there, or for a single letter', () => {
  expect(acts('lakeside ', [found])).toEqual(['1']);
  expect(acts('L')).toEqual([]);
});
