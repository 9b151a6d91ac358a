import fs from 'node:fs/promises';
import { buildSiteOnce, publicDirOf, type BuilderOptions } from '../builder.ts';
import { sampleMemory, type Sampling } from '../memory.ts';

/** What a build of the whole site took. Times in milliseconds, memory in MiB. */
export interface FullBuild {
  /** From the start of the process to its end. */
  wall: number;
  /** Of it, the feed's answer. */
  sync: number;
  /** The most that the builder held, with its workers. */
  peak: number;
  peakOfSync: number;
  feedPeakOfSync: number;
  pages: number;
  /** How many files stand beside others for those who take them compressed. */
  compressed: number;
}

async function countCompressed(siteDir: string): Promise<number> {
  let count = 0;
  for await (const _ of fs.glob('**/*.{br,gz}', { cwd: await publicDirOf(siteDir) })) count++;
  return count;
}

/** Builds the site from nothing. */
export async function measureFullBuild(options: BuilderOptions): Promise<FullBuild> {
  const { feed } = options;
  const ofFeed = sampleMemory(feed.pid);
  let ofBuilder: Sampling | undefined;
  const answer = feed.nextAnswer();
  const began = performance.now();
  const receipt = feed.nextReceipt();
  try {
    await buildSiteOnce({ ...options, onStart: (child) => (ofBuilder = sampleMemory(child.process.pid ?? 0)) });
    const wall = performance.now() - began;
    const { written } = await receipt;
    const sync = await answer;
    return {
      wall,
      sync: sync.ended - sync.began,
      peak: ofBuilder?.peak() ?? 0,
      peakOfSync: ofBuilder?.peak(sync.began, sync.ended) ?? 0,
      feedPeakOfSync: ofFeed.peak(sync.began, sync.ended),
      pages: written,
      compressed: await countCompressed(options.siteDir),
    };
  } finally {
    ofBuilder?.stop();
    ofFeed.stop();
  }
}
