import fs from 'node:fs/promises';
import path from 'node:path';
import { baseEnvironment } from '../../env.ts';
import { say, step } from '../../progress.ts';
import type { Archive } from '../archive/archive.ts';
import { eleventy } from '../peers/eleventy.ts';
import { hugo } from '../peers/hugo.ts';
import type { PeerBuild } from '../peers/peer.ts';
import { buildPlainAstro } from '../peers/plain-astro.ts';

export interface PeersJob {
  archive: Archive;
  /** What our own builder read of the archive. */
  snapshot: string;
  publicURL: string;
  dir: string;
  signal: AbortSignal;
}

/** A peer's build, or why there is none. */
export type PeerResult = { name: string } & (PeerBuild | { missing: string });

/** The first line of what went wrong. */
const reasonOf = (error: unknown) => (error instanceof Error ? error.message : String(error)).split('\n', 1)[0] ?? '';

async function attempt(name: string, dir: string, signal: AbortSignal, build: () => Promise<PeerBuild>) {
  try {
    await fs.mkdir(dir, { recursive: true });
    return { name, ...(await build()) };
  } catch (error) {
    // A peer that cannot be had or cannot cope is told of: the bench is about our own figures.
    signal.throwIfAborted();
    const missing = reasonOf(error);
    say(`  ${name} is left out: ${missing}`);
    return { name, missing };
  } finally {
    await fs.rm(dir, { recursive: true, force: true });
  }
}

/** Has the peers build the same archive, one after the other. */
export async function measurePeers({ archive, snapshot, publicURL, dir, signal }: PeersJob): Promise<PeerResult[]> {
  const env = { ...baseEnvironment(), NO_COLOR: '1' };
  const at = path.join(dir, 'peers');
  const title = `${archive.size.toLocaleString('en')} articles`;
  const results: PeerResult[] = [
    await attempt('plain astro build', at, signal, () =>
      step(`${title}: plain astro build`, () => buildPlainAstro({ snapshot, publicURL, dir: at, env, signal })),
    ),
  ];
  for (const peer of [hugo, eleventy]) {
    const result = await attempt(peer.name, at, signal, async () => {
      const build = await step(`Getting ${peer.name}`, () => peer.install({ dir: at, env, signal }));
      return step(`${title}: ${peer.name}`, () => build({ archive, dir: path.join(at, 'work'), env, signal }));
    });
    results.push(result);
  }
  return results;
}
