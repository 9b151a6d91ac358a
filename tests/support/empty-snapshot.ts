import { onTestFinished } from 'vitest';
import { openSnapshot, type Snapshot } from '../../site/snapshot/open.ts';

/** An empty snapshot, which goes with the test. */
export function emptySnapshot(): Snapshot {
  const snapshot = openSnapshot(':memory:');
  onTestFinished(() => snapshot.close());
  return snapshot;
}
