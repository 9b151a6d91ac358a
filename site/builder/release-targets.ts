import { join } from 'node:path';
import { directoryTarget, type DirectoryOptions } from './directory-target.ts';
import type { Release } from './releases.ts';
import type { Target } from './target.ts';

/** Where the files of a release go. */
export interface Targets {
  /** What readers get. */
  target: Target;
  /** What web servers include in their configuration. */
  configuration: Target;
}

/** The directories of a release as targets. */
export function targetsOf(release: Release, options: DirectoryOptions): Targets {
  const { directory, incoming } = release;
  return {
    target: directoryTarget(release, options),
    configuration: directoryTarget(
      { publicDir: join(directory, 'configuration'), incoming },
      { ...options, precompress: false },
    ),
  };
}
