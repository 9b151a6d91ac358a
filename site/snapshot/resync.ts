import type { Change, Kind } from '@dateline/shared/feed';
import { applyBatch } from './apply.ts';
import type { Snapshot } from './open.ts';

/**
 * For a feed that no longer knows the cursor: it is read from its beginning, and every document is in doubt until it
 * comes again. Readers keep the pages meanwhile, and only what differs is rendered.
 */
export function doubtDocuments({ run, transaction }: Snapshot): void {
  transaction(() => {
    for (const table of ['documents', 'former', 'gone', 'merged'])
      run(`insert or ignore into doubtful select kind, id from ${table}`);
    run("delete from state where name = 'cursor'");
  });
}

/**
 * At the feed's head: takes away what is in doubt, and keeps the head as the cursor.
 * @param head Null where the feed has nothing at all.
 * @returns Whether anything was taken away.
 */
export function sweep(snapshot: Snapshot, head: string | null): boolean {
  const doubtful = snapshot.all<{ kind: Kind; id: string }>('select kind, id from doubtful');
  const cursor = head ?? '';
  const at = new Date(0).toISOString();
  const changes = doubtful.map(({ kind, id }): Change => ({
    op: 'remove',
    kind,
    id,
    cursor,
    at,
    slug: null,
    formerSlugs: [],
    successor: null,
  }));
  applyBatch(snapshot, { changes, files: new Map() });
  if (head) snapshot.run("insert or replace into state values ('cursor', ?)", head);
  else snapshot.run("delete from state where name = 'cursor'");
  return changes.length > 0;
}
