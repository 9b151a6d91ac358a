import { expect, test } from 'vitest';
import { mergeSentence } from './merges.ts';

const merge = (standIn: { name: string | null; isPublished: boolean }) =>
  mergeSentence({ person: 'b', name: 'Somebody', standIn: { id: 'a', ...standIn } });

test('a merge says where the person leads, and when they lead nowhere', () => {
  expect(merge({ name: 'Amina', isPublished: true })).toBe(
    'Merged into Amina. Mentions and addresses of this person lead there.',
  );
  expect(merge({ name: 'Amina', isPublished: false })).toContain('has no page at the moment');
  expect(merge({ name: null, isPublished: false })).toContain('deleted');
});
