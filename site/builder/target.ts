import { hash } from 'node:crypto';

/** Where the site's files go: a directory, or a bucket. Paths are those of the site, such as `/articles/rain/`. */
export interface Target {
  /**
   * Puts a path's bytes in place whole: whoever reads it gets the old ones or the new. Resolves once readers get the new.
   * @param after What must be in place before. The bytes are made ready meanwhile, so that no stage waits for the disk.
   */
  put(path: string, bytes: Uint8Array, after?: Promise<unknown>): Promise<void>;
  /** Takes a path away. Resolves once readers get it no longer; none there is as good. */
  remove(path: string): Promise<void>;
  /**
   * Resolves once every `put` and `remove` that had resolved outlives a loss of power: only then may it be written down.
   * In a release that no reader is given yet that is made sure of later, once for all of it.
   */
  settle(): Promise<void>;
}

/** A name for bytes. */
export const hashOf = (bytes: Uint8Array | string) => hash('sha256', bytes).slice(0, 32);
