import { describe, expect, test } from 'vitest';
import { figuresOf } from './figures-of-archives.ts';
import type { Measured } from './measure-archive.ts';
import type { Receipt } from '@dateline/shared/feed';

const receipt = (more: Partial<Receipt> = {}): Receipt => ({
  cursor: '1:0197',
  paths: [],
  written: 18,
  removed: 0,
  failed: [],
  milliseconds: 20,
  ...more,
});
const times = (milliseconds: number, more?: Partial<Receipt>) =>
  Array.from({ length: 200 }, () => ({ milliseconds, told: receipt(more) }));
const build = {
  wall: 60_000,
  sync: 10_000,
  peak: 900,
  peakOfSync: 200,
  feedPeakOfSync: 150,
  pages: 100_000,
  compressed: 0,
};

/** What an archive gives in which everything holds. */
const good = (size: number, more: Partial<Measured> = {}): Measured => ({
  size,
  documents: 60_000,
  full: build,
  compressed: undefined,
  coldStart: 1_200,
  taken: { 'new article': times(40), edit: times(40), 'slug change': times(40), 'approve a comment': times(40) },
  memory: { idle: 200, busy: 250 },
  writtenBytes: undefined,
  renamed: undefined,
  peers: [],
  ...more,
});
const failing = (...all: Measured[]) => figuresOf(all).flatMap(({ name, holds }) => (holds ? [] : [name]));
const taken = (more: Partial<Measured['taken']>) => ({ taken: { ...good(1).taken, ...more } });

describe('what does not hold is said', () => {
  test.each<[string, Measured[]]>([
    [
      '100,000 articles, new article: commit to last file, p50 of 200',
      [good(100_000, taken({ 'new article': times(101) }))],
    ],
    [
      '100,000 articles, approve a comment: commit to last file, p99',
      [good(100_000, taken({ 'approve a comment': [...times(40), ...times(301).slice(0, 3)] }))],
    ],
    ['100,000 articles to 1,000, edit: p50', [good(1_000), good(100_000, taken({ edit: times(53) }))]],
    [
      '100,000 articles, new article: files written',
      [good(1_000), good(100_000, taken({ 'new article': times(40, { written: 19 }) }))],
    ],
    [
      '100,000 articles, new article: rows read',
      [
        good(1_000, taken({ 'new article': times(40, { rowsRead: 700 }) })),
        good(100_000, taken({ 'new article': times(40, { rowsRead: 701 }) })),
      ],
    ],
    ['10,000 articles, first sync', [good(10_000, { documents: 40_000 })]],
    ['1,000 articles, start on a site that stands: to first publish', [good(1_000, { coldStart: 3_001 })]],
    ['1,000 articles, resident builder: memory while it waits', [good(1_000, { memory: { idle: 401, busy: 300 } })]],
    ['1,000 articles, resident builder: most memory in a publish', [good(1_000, { memory: { idle: 300, busy: 401 } })]],
    [
      '100,000 articles to 10,000, first sync: most memory of the builder',
      [good(10_000), good(100_000, { full: { ...build, peakOfSync: 261 } })],
    ],
    [
      '1,000 articles, new article: files written, as many as have other bytes',
      [good(1_000, { writtenBytes: { written: 19, changed: 18, named: 18 } })],
    ],
    [
      '100,000 articles, rename of somebody in 5,000 of them: articles published meanwhile, p99',
      [good(100_000, { renamed: { mentions: 5_000, walls: [4_000], publishes: [501] } })],
    ],
    [
      '100,000 articles, full build over Hugo',
      [good(100_000, { peers: [{ name: 'Hugo', wall: 99_000, peak: 1, pages: 100_000 }] })],
    ],
    [
      '100,000 articles, full build over plain astro build',
      [good(100_000, { peers: [{ name: 'plain astro build', wall: 99_000, peak: 1, pages: 100_000 }] })],
    ],
  ])('%s', (name, all) => {
    expect(failing(...all)).toEqual([name]);
  });
});

test('where everything holds, nothing is said to fail', () => {
  const peers = [
    { name: 'Hugo', wall: 100_000, peak: 1, pages: 100_000 },
    { name: 'Eleventy', wall: 10_000, peak: 1, pages: 100_000 },
  ];
  expect(failing(good(1_000), good(10_000), good(100_000, { peers }))).toEqual([]);
});

test('a peer that could not be had has no row, and a slug change no limit', () => {
  const figures = figuresOf([
    good(1_000, { ...taken({ 'slug change': times(5_000) }), peers: [{ name: 'Hugo', missing: 'there is none' }] }),
  ]);
  expect(figures.filter(({ name }) => name.includes('Hugo'))).toEqual([]);
  expect(figures.every(({ holds }) => holds)).toBe(true);
});
