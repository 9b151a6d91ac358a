import { expect, test } from 'vitest';
import { progressOn } from './progress.ts';

function shown(isTTY: boolean, steps: number) {
  const texts: string[] = [];
  let now = 0;
  const progress = progressOn({ isTTY, write: (text) => texts.push(text) }, 'Rendering', () => now);
  for (let done = 1; done <= steps; done++) {
    now += 100;
    progress.at(done, steps);
  }
  progress.end('Done.');
  return texts;
}

test('a log gets a line every two seconds, without control characters', () => {
  expect(shown(false, 40)).toEqual([
    'Rendering: 20 of 40, 10/s, 2 s left\n',
    'Rendering: 40 of 40, 10/s, 0 s left\n',
    'Done.\n',
  ]);
});

test('a terminal gets a bar that moves in place and gives way to the last line', () => {
  const texts = shown(true, 4);
  expect(texts).toHaveLength(5);
  expect(texts[1]).toBe(`\r\x1b[KRendering [${'#'.repeat(15)}${' '.repeat(15)}] 2/4, 10/s, 1 s left`);
  expect(texts[4]).toBe('\r\x1b[KDone.\n');
});
