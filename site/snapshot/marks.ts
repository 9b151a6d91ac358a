import type { Snapshot } from './open.ts';

/** Whether a change's own page, and what reads it, go behind publishes. */
export interface Lane {
  batch: boolean;
  readers: boolean;
}

/** Marks a path as one whose file is to be looked at. */
export const markDirty = ({ run }: Snapshot, path: string, bulk: boolean) =>
  run(
    'insert into dirty (path, bulk) values (?, ?) on conflict do update set bulk = min(bulk, excluded.bulk), stays = 0',
    path,
    Number(bulk),
  );

/** Marks a path that is left: it goes behind the last page that leads there. */
export const markLeft = ({ run }: Snapshot, path: string, bulk: boolean) =>
  run(
    `insert into dirty values (?1, ?2, ?2)
     on conflict do update set bulk = max(bulk, excluded.bulk), stays = max(stays, excluded.stays)`,
    path,
    Number(bulk),
  );
