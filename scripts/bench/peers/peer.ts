import { glob } from 'node:fs/promises';
import type { Archive } from '../archive/archive.ts';
import type { Run, ToolEnvironment } from './tool.ts';

/** What a peer works with. */
export interface PeerJob {
  archive: Archive;
  /** A directory of its own. */
  dir: string;
  env: ToolEnvironment;
  signal: AbortSignal;
}

/** What a peer's build of the whole site took, and how many pages came of it. */
export interface PeerBuild extends Run {
  pages: number;
}

/** Another generator that builds the same pages of the same archive. */
export interface Peer {
  name: string;
  /**
   * Brings the tool into a directory of its own.
   * @returns What builds a site with it.
   * @throws Where it cannot be had.
   */
  install: (job: Omit<PeerJob, 'archive'>) => Promise<(job: PeerJob) => Promise<PeerBuild>>;
}

/** How many pages a directory holds. */
export async function countPages(dir: string): Promise<number> {
  let count = 0;
  for await (const _ of glob('**/*.{html,xml}', { cwd: dir })) count++;
  return count;
}
