import type pg from 'pg';
import type { Archive } from './archive/archive.ts';
import type { FeedProcess } from './newsroom/feed-process.ts';

/** A newsroom with an archive, at whose feed a resident builder waits. */
export interface Scene {
  archive: Archive;
  /** A connection to the newsroom's database. */
  client: pg.Client;
  feed: FeedProcess;
  /** What readers are given. */
  publicDir: string;
  signal: AbortSignal;
}
