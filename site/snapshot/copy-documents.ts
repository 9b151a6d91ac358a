import { applyBatch, cursorOf, documentTables } from './apply.ts';
import { heldChange } from './held.ts';
import { openSnapshot } from './open.ts';

/**
 * Begins a snapshot with what another one knows of the newsroom, and nothing of what was rendered. What waited there for
 * another release is taken in here. The other may be in use meanwhile.
 * @param from Must be there.
 * @param to Must not.
 */
export function copyDocuments(from: string, to: string): void {
  const snapshot = openSnapshot(to);
  const { run } = snapshot;
  run('attach ? as other', from);
  snapshot.transaction(() => {
    for (const table of documentTables) run(`insert into main.${table} select * from other.${table}`);
    // In the middle of a resync, what is still in doubt.
    run('insert into main.doubtful select * from other.doubtful');
    run(`insert into main.state select * from other.state where name = 'cursor' or name glob 'unreadable *'`);
  });
  run('detach other');
  // Read after the cursor, behind which nothing that is held is told again.
  const other = openSnapshot(from, { readOnly: true });
  const held = heldChange(other);
  other.close();
  const cursor = cursorOf(snapshot);
  if (held && cursor) applyBatch(snapshot, { changes: [{ ...held, cursor }], files: new Map() });
  snapshot.close();
}
