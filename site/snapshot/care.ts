import type { Snapshot } from './open.ts';

/**
 * A release that no reader is on is begun anew where the power went, so its snapshot need not reach the disk before it is
 * complete. It is written in large portions, for which SQLite is given more memory.
 */
export const keepForNobody = ({ database }: Snapshot) =>
  database.exec('pragma synchronous = off; pragma cache_size = -65536; pragma wal_autocheckpoint = 16000');

/** Moves all that was written into the one file. */
export const writeOut = ({ database }: Snapshot) => database.exec('pragma wal_checkpoint(truncate)');

/**
 * What was taken in is on the disk before a file is that was made of it: an older record would take that file for good.
 * @param isDurable Whether what is written down outlives a loss of power; what was written before is not seen to here.
 */
export function keepForReaders(snapshot: Snapshot, isDurable: boolean): void {
  writeOut(snapshot);
  snapshot.database.exec(
    `pragma synchronous = ${isDurable ? 'full' : 'normal'}; pragma cache_size = -32768; pragma wal_autocheckpoint = 4000; pragma shrink_memory`,
  );
}
