import { expect, test } from 'vitest';
import { canBear } from './fitting-marks.ts';

test.each([
  ['what begins a conversation', { status: 'published', root: null }, true, true],
  ['a reply', { status: 'published', root: 'a' }, false, true],
  ['what waits', { status: 'held', root: null }, false, false],
  ['what was removed', { status: 'removed' }, false, false],
])('%s', (_what, comment, pinned, pick) => {
  expect([canBear.pinned(comment), canBear.pick(comment)]).toEqual([pinned, pick]);
});
