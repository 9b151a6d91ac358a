import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { onTestFinished } from 'vitest';
import { openSnapshot, type Snapshot } from '../../site/snapshot/open.ts';

/** An empty snapshot, which goes with the test. */
export function emptySnapshot(): Snapshot {
  const directory = mkdtempSync(path.join(tmpdir(), 'dateline-snapshot-'));
  const snapshot = openSnapshot(path.join(directory, 'snapshot.sqlite'));
  onTestFinished(() => {
    snapshot.close();
    rmSync(directory, { recursive: true });
  });
  return snapshot;
}
