import type { Change, Put } from '@dateline/shared/feed';
import type { Snapshot } from './open.ts';

/*
 * Settings stand on every page. Where there are many pages, those that readers have keep the settings that they were
 * rendered with, and the new ones wait for a release of their own.
 */
const held = 'held settings';
const limit = 'routes above which settings are held';

/** Says from how many routes on new settings are held back; without it, none are. */
export const holdSettingsAbove = ({ run }: Snapshot, routes: number) =>
  run('insert or replace into state values (?, ?)', limit, String(routes));

/** Whether a change has to wait for another release. */
export function isHeld({ get }: Snapshot, change: Change): change is Put {
  if (change.kind !== 'settings' || change.op !== 'put') return false;
  const most = get<{ value: string }>('select value from state where name = ?', limit);
  if (!most || !get('select 1 from documents where kind = ?', 'settings')) return false;
  return get('select 1 from routes limit 1 offset ?', Number(most.value)) !== undefined;
}

/** Keeps a change for the release that it waits for. */
export const hold = ({ run }: Snapshot, change: Change) =>
  run('insert or replace into state values (?, ?)', held, JSON.stringify(change));

/** What waits for another release; undefined where nothing does. */
export function heldChange({ get }: Snapshot): Put | undefined {
  const row = get<{ value: string }>('select value from state where name = ?', held);
  return row && (JSON.parse(row.value) as Put);
}
