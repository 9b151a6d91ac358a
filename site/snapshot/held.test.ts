import { randomUUID } from 'node:crypto';
import type { Change } from '@dateline/shared/feed';
import { settingsId } from '@dateline/shared/settings';
import { beforeEach, expect, test } from 'vitest';
import { emptySnapshot } from '../../tests/support/empty-snapshot.ts';
import { someSettings } from '../../tests/support/published-samples.ts';
import { applyBatch, versionOf } from './apply.ts';
import { heldChange, holdSettingsAbove } from './held.ts';
import type { Snapshot } from './open.ts';
import { doubtDocuments, sweep } from './resync.ts';
import { recordDone } from './routes.ts';

let snapshot: Snapshot;

const take = (tagline: string) => {
  const at = '2026-11-25T12:00:00.000Z';
  const cursor = `1:${randomUUID()}`;
  const data = someSettings({ tagline });
  const change: Change = { op: 'put', kind: 'settings', id: settingsId, cursor, at, data };
  applyBatch(snapshot, { changes: [change], files: new Map() });
};
const shown = () => versionOf(snapshot, 'settings', settingsId)?.data;
const waiting = () => heldChange(snapshot)?.data;

beforeEach(() => {
  snapshot = emptySnapshot();
  take('First');
  holdSettingsAbove(snapshot, 0);
  recordDone(snapshot, [{ path: '/', hash: 'x', dependencies: [{ key: `doc:settings:${settingsId}` }] }]);
  snapshot.run('delete from dirty');
});

test('settings that come again as they are wait for nothing', () => {
  take('First');
  expect(waiting()).toBeUndefined();
});

test('settings that go back to what pages have, while others wait, wait in their place', () => {
  take('Second');
  take('First');
  expect(waiting()).toEqual(someSettings({ tagline: 'First' }));
});

test.each(['First', 'Second'])('pages keep their settings over a feed read anew that has “%s”', (tagline) => {
  doubtDocuments(snapshot);
  take(tagline);
  expect(sweep(snapshot, '1:head')).toBe(false);
  expect(shown()).toEqual(someSettings({ tagline: 'First' }));
  expect(snapshot.all('select path from dirty')).toEqual([]);
});
