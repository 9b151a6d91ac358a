import { writeSync } from 'node:fs';
import { readFailpoint } from '../env.ts';

/** Where a crash would matter. */
export type Failpoint =
  | 'feed line read'
  | 'image placed'
  | 'before commit'
  | 'after commit'
  | 'before write'
  | 'before compress'
  | 'before rename'
  | 'after rename'
  | 'before removal'
  | 'before record'
  | 'after record'
  | 'between stages'
  | 'before bundle'
  | 'after bundle'
  | 'before release'
  | 'after release'
  | 'before switch'
  | 'after switch'
  | 'before receipt';

const end = readFailpoint();
let left = end?.passes ?? 0;

/**
 * For tests: ends this process at once, as a power cut would, at the pass that `SITE_FAILPOINT` counts to. It does
 * nothing elsewhere.
 */
export function failpoint(name: Failpoint): void {
  if (!end || (end.name && end.name !== name) || --left > 0) return;
  writeSync(process.stderr.fd, `Killed at a failpoint: ${name}.\n`);
  process.kill(process.pid, 'SIGKILL');
}
