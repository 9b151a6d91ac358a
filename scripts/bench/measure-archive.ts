import fs from 'node:fs/promises';
import path from 'node:path';
import pg from 'pg';
import type { Child } from '../child.ts';
import { step } from '../progress.ts';
import { archiveOf } from './archive/archive.ts';
import { publicDirOf } from './builder.ts';
import { measureColdStart } from './measure/cold-start.ts';
import { measureFullBuild, type FullBuild } from './measure/full-build.ts';
import { measurePublishes, type Taken } from './measure/publishes.ts';
import { measurePeers, type PeerResult } from './measure/peers.ts';
import { measureRename, type Renamed } from './measure/rename.ts';
import { measureMemory, memoryRounds } from './measure/resident-memory.ts';
import { measureWrittenBytes, type WrittenBytes } from './measure/written-bytes.ts';
import { environmentIn, type Cluster } from './newsroom/cluster.ts';
import { startFeed, type FeedProcess } from './newsroom/feed-process.ts';
import { loadArchive } from './newsroom/load.ts';
import type { Options } from './options.ts';
import type { Scene } from './scene.ts';

/** All that an archive of one size gave. */
export interface Measured {
  size: number;
  documents: number;
  full: FullBuild;
  /** Of one archive that is not the largest, since it is the same for every page. */
  compressed: FullBuild | undefined;
  coldStart: number;
  taken: Taken;
  memory: { idle: number; busy: number };
  /** Of the smallest archive alone: reading every file of a large one takes minutes, and says the same. */
  writtenBytes: WrittenBytes | undefined;
  /** Of the largest archive alone. */
  renamed: Renamed | undefined;
  peers: PeerResult[];
}

export interface ArchiveBench {
  options: Options;
  cluster: Cluster;
  /** A directory for temporary files. */
  dir: string;
  bundle: string;
  /** When every archive ends. */
  until: Date;
  signal: AbortSignal;
}

const publicURL = 'http://localhost:4321';

/** Rounds before those that count: a process that has just started is still being compiled. */
const warmUp = 5;

/** Large enough for a rate, where there is one, and not larger. */
const sizeToCompress = (sizes: readonly number[]) => sizes.find((size) => size >= 10_000) ?? sizes.at(-1);

/** Measures a resident builder that waits at the feed. */
async function measureResident({ options }: ArchiveBench, scene: Scene, pid: number, title: string) {
  const { size } = scene.archive;
  // Every story is new once.
  let story = 2;
  const stories = (count: number) => (story += count) - count;
  const taken = await step(`${title}: publishing`, async () => {
    await measurePublishes(scene, warmUp, stories(warmUp));
    return measurePublishes(scene, options.rounds, stories(options.rounds));
  });
  const memory = await step(`${title}: looking at its memory`, () => measureMemory(scene, pid, stories(memoryRounds)));
  const writtenBytes =
    size === options.sizes[0]
      ? await step(`${title}: comparing every file`, () => measureWrittenBytes(scene, stories(1)))
      : undefined;
  const renamed =
    size === options.sizes.at(-1)
      ? await step(`${title}: the great rename`, () => measureRename(scene, stories(1)))
      : undefined;
  return { taken, memory, writtenBytes, renamed };
}

/** Makes an archive of a size, lets a builder read, build and follow it, and takes it away again. */
export async function measureArchive(bench: ArchiveBench, size: number): Promise<Measured> {
  const { options, cluster, signal } = bench;
  const title = `${size.toLocaleString('en')} articles`;
  const archive = archiveOf({ size, seed: options.seed, until: bench.until });
  const name = `archive_${size}`;
  const dir = path.join(bench.dir, name);
  const client = new pg.Client({ connectionString: await cluster.createDatabase(name) });
  await client.connect();
  let feed: FeedProcess | undefined;
  let resident: Child | undefined;
  try {
    const documents = await step(`${title}: making the archive`, () => loadArchive(client, archive, signal));
    feed = await startFeed(cluster.urlOf(name), environmentIn(dir));
    const builder = { feed, bundle: bench.bundle, siteDir: path.join(dir, 'site'), publicURL };
    const plain = { ...builder, more: { SITE_PRECOMPRESS: 'false' } };
    const full = await step(`${title}: building the site`, () => measureFullBuild(plain));
    const compressed =
      options.compresses && size === sizeToCompress(options.sizes)
        ? await step(`${title}: building the site with precompression`, () =>
            measureFullBuild({ ...builder, siteDir: path.join(dir, 'compressed'), more: { SITE_PRECOMPRESS: 'true' } }),
          )
        : undefined;
    const scene = { archive, client, feed, publicDir: await publicDirOf(builder.siteDir), signal };
    const cold = await step(`${title}: starting on the site`, () => measureColdStart(scene, builder, 1));
    resident = cold.resident;
    const followed = await measureResident(bench, scene, resident.process.pid ?? 0, title);
    await resident.stop();
    const snapshot = path.join(builder.siteDir, 'current', 'snapshot.sqlite');
    const peers = size === options.peersAt ? await measurePeers({ archive, snapshot, publicURL, dir, signal }) : [];
    return { size, documents, full, compressed, coldStart: cold.milliseconds, ...followed, peers };
  } finally {
    await resident?.stop();
    await feed?.stop();
    await client.end();
    await cluster.dropDatabase(name);
    await fs.rm(dir, { recursive: true, force: true });
  }
}
