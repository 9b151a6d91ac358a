import type { Kind } from '@dateline/shared/feed';
import type { Snapshot } from './open.ts';

/** Those that a document was merged into, the next first, and through them the last. Ends also where the newsroom goes in a circle. */
export function successorsOf({ all }: Snapshot, kind: Kind, id: string): string[] {
  const rows = all<{ id: string }>(
    `with recursive chain (id) as (
       select successor from merged where kind = ?1 and id = ?2
       union select successor from chain join merged using (id) where kind = ?1
     ) select id from chain where id <> ?2`,
    kind,
    id,
  );
  return rows.map((row) => row.id);
}

/** Those that were merged into a document, directly or through others. */
export function predecessorsOf({ all, get }: Snapshot, kind: Kind, id: string): string[] {
  if (!get('select 1 from merged where kind = ? and successor = ? limit 1', kind, id)) return [];
  const rows = all<{ id: string }>(
    `with recursive chain (id) as (
       select id from merged where kind = ?1 and successor = ?2
       union select merged.id from chain join merged on merged.kind = ?1 and merged.successor = chain.id
     ) select id from chain where id <> ?2 order by id`,
    kind,
    id,
  );
  return rows.map((row) => row.id);
}

/** Whom a document led to, one after the other, and whom it leads to now. */
export interface Merge {
  before: string[];
  after: string[];
}

/**
 * Notes whom a document was merged into, or that it stands for itself.
 * @returns Undefined where that is as it was.
 */
export function keepSuccessor(snapshot: Snapshot, kind: Kind, id: string, successor: string | null): Merge | undefined {
  const held = snapshot.get<{ successor: string }>('select successor from merged where kind = ? and id = ?', kind, id);
  if ((held?.successor ?? null) === successor) return undefined;
  const before = successorsOf(snapshot, kind, id);
  snapshot.run('delete from merged where kind = ? and id = ?', kind, id);
  if (successor !== null) snapshot.run('insert into merged values (?, ?, ?)', kind, id, successor);
  return { before, after: successorsOf(snapshot, kind, id) };
}
