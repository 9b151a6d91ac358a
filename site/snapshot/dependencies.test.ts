import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { beginGathering, countReaders, gatherDependencies } from './dependencies.ts';
import { openSnapshot } from './open.ts';
import { recordDone, type Done } from './routes.ts';

let directory: string;
beforeEach(() => (directory = mkdtempSync(join(tmpdir(), 'dateline-snapshot-'))));
afterEach(() => rmSync(directory, { recursive: true }));

const home: Done = {
  path: '/',
  hash: 'a',
  dependencies: [{ key: 'latest', bound: '2026-11-02|b' }, { key: 'doc:settings:x' }, { key: 'doc:settings:x' }],
};
const story: Done = { path: '/articles/rain/', hash: 'b', dependencies: [{ key: 'doc:settings:x' }] };
const open = () => openSnapshot(join(directory, 'snapshot.sqlite'));
const every = 'select * from dependencies order by key, route';

test('what was put off is written as it would have been at once, though the builder was killed before', () => {
  const snapshot = open();
  beginGathering(snapshot);
  recordDone(snapshot, [home]);
  recordDone(snapshot, [story]);
  expect(snapshot.all(every)).toEqual([]);
  snapshot.close();

  const later = open();
  gatherDependencies(later);
  expect(countReaders(later, [{ key: 'doc:settings:x' }])).toBe(2);
  expect(countReaders(later, [{ key: 'latest', at: '2026-11-03|c' }])).toBe(1);
  expect(countReaders(later, [{ key: 'latest', at: '2026-11-01|a' }])).toBe(0);
  const gathered = later.all(every);
  later.close();

  const other = openSnapshot(join(directory, 'other.sqlite'));
  recordDone(other, [home, story]);
  expect(gathered).toEqual(other.all(every));
  other.close();
});

test('nothing is put off where something was rendered before', () => {
  const snapshot = open();
  recordDone(snapshot, [home]);
  beginGathering(snapshot);
  recordDone(snapshot, [story]);
  expect(countReaders(snapshot, [{ key: 'doc:settings:x' }])).toBe(2);
  snapshot.close();
});
