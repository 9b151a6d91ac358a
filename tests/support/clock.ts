import { renameSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { freshDirectory } from './newsroom.ts';

export interface TestClock {
  file: string;
  set(instant: string): void;
}

/** A clock of a test, for the setting `SITE_CLOCK`: it stands still until it is set. */
export async function clockAt(instant: string): Promise<TestClock> {
  const file = path.join(await freshDirectory(), 'clock');
  function set(to: string): void {
    // Moved into place whole, so that nobody reads half of it.
    writeFileSync(`${file}.next`, to);
    renameSync(`${file}.next`, file);
  }
  set(instant);
  return { file, set };
}
