import { afterEach, beforeEach, expect, test } from 'vitest';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openSnapshot, type Snapshot } from '../snapshot/open.ts';
import { recordDone } from '../snapshot/routes.ts';
import { openAgenda } from './agenda.ts';

let snapshot: Snapshot;
let directory: string;
let now = 0;
beforeEach(() => {
  directory = mkdtempSync(join(tmpdir(), 'dateline-agenda-'));
  snapshot = openSnapshot(join(directory, 'snapshot.sqlite'));
  now = 0;
});
afterEach(() => {
  snapshot.close();
  rmSync(directory, { recursive: true });
});

const fixed = new Set(['/', '/hot/', '/calm/']);
const open = () => openAgenda({ snapshot, fixed, renderer: { serves: () => true, clock: Date.now }, clock: () => now });
const mark = (path: string, bulk = 0) =>
  snapshot.run('insert or ignore into dirty (path, bulk) values (?, ?)', path, bulk);
const done = (path: string) => recordDone(snapshot, [{ path, hash: 'x', dependencies: [] }]);

test('what is urgent comes first, and each lane in the order that is safe', () => {
  for (const path of ['/old/', '/sitemap.xml', '/']) mark(path, 1);
  mark('/calm/');
  const agenda = open();
  agenda.reload();
  const order: string[] = [];
  for (let { tasks } = agenda.take(1); tasks.length > 0; { tasks } = agenda.take(1)) {
    for (const { path } of tasks) {
      order.push(path);
      done(path);
    }
  }
  expect(order).toEqual(['/calm/', '/', '/sitemap.xml', '/old/']);
  expect(agenda.nextIn()).toBeUndefined();
});

test('a route that is touched again and again rests, and what is taken away waits for it', () => {
  const agenda = open();
  const render = () => {
    mark('/hot/');
    agenda.reload();
    const { tasks } = agenda.take(8);
    for (const { path } of tasks) {
      agenda.rendered(path);
      done(path);
    }
    return tasks.map(({ path }) => path);
  };
  for (now = 0; now < 400; now += 100) expect(render()).toEqual(['/hot/']);
  mark('/gone/');
  mark('/calm/');
  expect(render()).toEqual(['/calm/']);
  expect(agenda.isCalm()).toBe(false);
  expect(agenda.take(8).tasks).toEqual([]);
  expect(agenda.nextIn()).toBe(1_000 - now);
  now = 1_000;
  expect(render()).toEqual(['/hot/']);
  expect(agenda.take(8).tasks.map(({ path }) => path)).toEqual(['/gone/']);
});

test('what waits in bulk and becomes urgent is done once', () => {
  for (const path of ['/', '/calm/']) mark(path, 1);
  const agenda = open();
  agenda.reload();
  snapshot.run("update dirty set bulk = 0 where path = '/'");
  agenda.reload();
  expect(agenda.take(8)).toMatchObject({ bulk: false, tasks: [{ path: '/' }] });
  done('/');
  expect(agenda.take(8)).toMatchObject({ bulk: true, tasks: [{ path: '/calm/' }] });
  done('/calm/');
  expect(agenda.nextIn()).toBeUndefined();
});
