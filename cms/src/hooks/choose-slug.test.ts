import { expect, test } from 'vitest';
import { chooseSlug } from './choose-slug.ts';

const draft = {
  title: 'New title',
  formerTitle: 'Old title',
  asked: undefined,
  current: 'old-title',
  wasPublic: false,
};

test.each([
  ['a first title gives one', { ...draft, formerTitle: '', current: '' }, 'new-title', 'title'],
  ['it follows the title', draft, 'new-title', 'title'],
  ['sent back unchanged, it follows the title', { ...draft, asked: 'old-title' }, 'new-title', 'title'],
  ['a numbered one follows the title', { ...draft, current: 'old-title-2' }, 'new-title', 'title'],
  [
    'a number stays while the title does',
    { ...draft, title: 'Old title', current: 'old-title-2' },
    'old-title-2',
    'title',
  ],
  ['an editor’s is made fit', { ...draft, asked: 'My Own' }, 'my-own', 'editor'],
  ['an editor’s stays', { ...draft, current: 'my-own' }, 'my-own', 'editor'],
  [
    'an editor’s that is emptied gives way to the title',
    { ...draft, current: 'my-own', asked: '' },
    'new-title',
    'title',
  ],
  ['after a publish it stays', { ...draft, wasPublic: true }, 'old-title', 'editor'],
  ['after a publish, emptied, it stays', { ...draft, wasPublic: true, asked: '' }, 'old-title', 'editor'],
  [
    'after a publish it moves where it is told to',
    { ...draft, wasPublic: true, asked: 'elsewhere' },
    'elsewhere',
    'editor',
  ],
  ['nothing gives nothing', { ...draft, title: '', formerTitle: '', current: '' }, '', 'title'],
] as const)('%s', (_, circumstances, slug, by) => {
  expect(chooseSlug(circumstances)).toEqual({ slug, by });
});
