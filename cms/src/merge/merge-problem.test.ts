import { expect, test } from 'vitest';
import { mergeProblem, type Merging } from './merge-problem.ts';

const somebody = (id: string, more: Partial<Merging> = {}): Merging => ({
  id,
  name: `Person ${id}`,
  isPublished: true,
  isTrashed: false,
  successor: null,
  ...more,
});

test.each([
  ['two who are published', somebody('b'), somebody('a'), 'a', /^nothing$/],
  ['one who was never published', somebody('b', { isPublished: false }), somebody('a'), 'a', /^nothing$/],
  ['into one who is merged themselves', somebody('b'), somebody('a', { successor: 'd' }), 'd', /^nothing$/],
  ['nobody', null, somebody('a'), 'a', /no such person/],
  ['one in the trash', somebody('b', { isTrashed: true }), somebody('a'), 'a', /no such person/],
  ['into one in the trash', somebody('b'), somebody('a', { isTrashed: true }), 'a', /not in the trash/],
  ['into themselves', somebody('b'), somebody('b'), 'b', /Choose another/],
  ['a second time', somebody('b', { successor: 'c' }), somebody('a'), 'a', /merged already/],
  ['in a circle', somebody('b'), somebody('a', { successor: 'b' }), 'b', /in a circle/],
  ['into one without a page', somebody('b'), somebody('a', { isPublished: false }), 'a', /Publish it first/],
])('%s', (_, person, into, standIn, expected) => {
  const problem = mergeProblem(person, into, standIn);
  expect(problem ?? 'nothing').toMatch(expected);
});
