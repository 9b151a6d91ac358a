import { expect, test } from 'vitest';
import { parseOptions } from './options.ts';

test('without anything, all sizes are measured, with peers', () => {
  expect(parseOptions([])).toMatchObject({ sizes: [1_000, 10_000, 100_000], rounds: 200, peersAt: 100_000, seed: 1 });
});

test('--quick leaves out the largest archive and the peers', () => {
  expect(parseOptions(['--quick', '--json', 'out.json'])).toMatchObject({
    sizes: [1_000, 10_000],
    peersAt: undefined,
    json: 'out.json',
  });
});

test('a machine that is short of time gets fewer rounds, and peers at a smaller size', () => {
  expect(parseOptions(['--rounds', '40', '--peers-at', '10000'])).toMatchObject({ rounds: 40, peersAt: 10_000 });
});

test('sizes are sorted, each once', () => {
  expect(parseOptions(['--sizes', '10000,1000,1000']).sizes).toEqual([1_000, 10_000]);
});

test.each([[['--sizes', 'all']], [['--sizes', '0']], [['--seed', 'x']], [['--fast']], [['now']]])(
  '%o is told how it is called',
  (args) => {
    expect(() => parseOptions(args)).toThrow(/npm run bench:publish -- \[--sizes/);
  },
);
