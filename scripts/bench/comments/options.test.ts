import { expect, test } from 'vitest';
import { parseCommentOptions } from './options.ts';

test('without anything, everything is measured for ten seconds, with a peer', () => {
  expect(parseCommentOptions([])).toEqual({
    seconds: 10,
    ways: 500,
    longThread: 100_000,
    peerAt: [10, 50, 500],
    json: undefined,
  });
});

test('--quick takes less time for each', () => {
  expect(parseCommentOptions(['--quick', '--json', 'out.json'])).toMatchObject({
    seconds: 3,
    longThread: 10_000,
    peerAt: [50],
    json: 'out.json',
  });
});

test.each([[['--seconds', 'many']], [['--seconds', '0']], [['--fast']], [['now']]])(
  '%o is told how it is called',
  (args) => {
    expect(() => parseCommentOptions(args)).toThrow(/npm run bench:comments -- \[--quick\]/);
  },
);
