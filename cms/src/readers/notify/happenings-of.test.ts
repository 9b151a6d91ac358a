import { expect, test } from 'vitest';
import { happeningsOf } from './happenings-of.ts';

const told = (change: Partial<Parameters<typeof happeningsOf>[0]>) =>
  happeningsOf({ status: 'published', before: undefined, reader: 'me', ...change }).map(({ reader, what }) => [
    reader,
    what,
  ]);

test.each([
  ['published at once', {}, []],
  ['approved', { before: 'held' }, [['me', 'approved']]],
  ['refused', { before: 'held', status: 'refused' }, [['me', 'refused']]],
  ['taken down', { before: 'published', status: 'removed' }, [['me', 'removed']]],
  ['shown again', { before: 'removed' }, []],
  ['edited', { before: 'published' }, []],
  ['of nobody any more', { before: 'held', reader: null }, []],
  ['a reply at once', { parentReader: 'you' }, [['you', 'reply']]],
  ['a reply that waits', { status: 'held', parentReader: 'you' }, []],
  [
    'a reply that is approved',
    { before: 'held', parentReader: 'you' },
    [
      ['me', 'approved'],
      ['you', 'reply'],
    ],
  ],
  ['a reply to oneself', { parentReader: 'me' }, []],
  ['a reply that is edited', { before: 'published', parentReader: 'you' }, []],
])('%s', (_what, change, expected) => {
  expect(told(change)).toEqual(expected);
});
