import { readClock, readSnapshotFile } from '../env.ts';
import type { Questions } from './questions.ts';
import { answers } from './answers.ts';
import { openSnapshot } from './open.ts';

let opened: Questions | undefined;

/**
 * The questions to the snapshot file that the environment names.
 * @param fresh Answers with what the file holds now, not when it was first read.
 */
export function openedSnapshot({ fresh = false } = {}): Questions {
  if (!opened || fresh)
    opened = answers(
      openSnapshot(readSnapshotFile(), { readOnly: true }),
      undefined,
      undefined,
      undefined,
      readClock(),
    );
  return opened;
}
