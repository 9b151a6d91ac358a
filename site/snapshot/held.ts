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

/** Whether a change has to wait for another release. Settings that come again as the pages have them need none. */
export function isHeld(snapshot: Snapshot, change: Change): change is Put {
  if (change.kind !== 'settings' || change.op !== 'put') return false;
  const { get } = snapshot;
  const most = get<{ value: string }>('select value from state where name = ?', limit);
  const shown = get<{ json: string }>('select json from documents where kind = ?', 'settings');
  if (!most || !shown) return false;
  if (shown.json === JSON.stringify(change.data) && !heldChange(snapshot)) return false;
  return get('select 1 from routes limit 1 offset ?', Number(most.value)) !== undefined;
}

/** Keeps a change for the release that it waits for. The pages keep what they have until then, which is no longer in doubt. */
export function hold({ run }: Snapshot, change: Put): void {
  run('delete from doubtful where kind = ? and id = ?', change.kind, change.id);
  run('insert or replace into state values (?, ?)', held, JSON.stringify(change));
}

/** What waits for another release; undefined where nothing does. */
export function heldChange({ get }: Snapshot): Put | undefined {
  const row = get<{ value: string }>('select value from state where name = ?', held);
  return row && (JSON.parse(row.value) as Put);
}
