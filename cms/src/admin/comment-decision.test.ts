import { expect, test } from 'vitest';
import { decisionsOn } from './comment-decision.ts';

test('what was taken down is restored, where there is anything left of it', () => {
  expect(decisionsOn('removed', 'It rained.').map(({ label }) => label)).toEqual(['Restore']);
  expect(decisionsOn('removed', '')).toEqual([]);
  expect(decisionsOn('refused', '')).toEqual([]);
});
