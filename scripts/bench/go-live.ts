import fs from 'node:fs/promises';
import { setTimeout as wait } from 'node:timers/promises';
import { awaitFile } from './await-file.ts';
import type { Receipt } from '@dateline/shared/feed';
import { publish, type Change } from './newsroom/publish.ts';
import { fileAt } from './pages.ts';
import type { Scene } from './scene.ts';

/** What must be seen for a publish to be live: on each page, by path, the text that it shows then. */
export type Shown = ReadonlyMap<string, string>;

/** The same text on several pages. */
export const shownOn = (paths: readonly string[], text: string): Shown => new Map(paths.map((path) => [path, text]));

const patienceMs = 120_000;

/** Commits a change and waits for every page that must show it. Returns the milliseconds from the commit to the last of them. */
export async function pagesLive(
  { client, publicDir, signal }: Pick<Scene, 'client' | 'publicDir' | 'signal'>,
  change: Change,
  shown: Shown,
): Promise<{ row: string; at: number; seen: number }> {
  signal.throwIfAborted();
  const awaited = [...shown].map(([path, text]) => awaitFile(fileAt(publicDir, path), (now) => now.includes(text)));
  const patience = new AbortController();
  const late = wait(patienceMs, undefined, { signal: AbortSignal.any([patience.signal, signal]) }).then(() => {
    throw new Error(
      `Not every page of ${[...shown.keys()].join(', ')} showed a publish within ${patienceMs / 1_000} s.`,
    );
  });
  late.catch(() => {});
  try {
    const { row, at } = await publish(client, change);
    const moments = await Promise.race([Promise.all(awaited.map(({ seen }) => seen)), late]);
    return { row, at, seen: Math.max(...moments) };
  } finally {
    patience.abort();
    for (const { close } of awaited) close();
  }
}

/** When files were last put in place, the latest of them, of `performance.now()`; those that are gone do not count. */
async function lastPlaced(files: readonly string[]): Promise<number> {
  const stats = await Promise.all(files.map((file) => fs.stat(file).catch(() => undefined)));
  return Math.max(0, ...stats.map((stat) => (stat ? stat.ctimeMs - performance.timeOrigin : 0)));
}

/**
 * Publishes and waits until all is in place and the builder waits again. Returns the milliseconds from the commit to the last
 * file: of the pages named in `shown` by the kernel's word that they changed and by what is in them, of what else the
 * builder's receipt says that it wrote by the time in the file system, which is up to 4 ms early.
 */
export async function goLive(
  scene: Scene,
  change: Change,
  shown: Shown,
): Promise<{ milliseconds: number; told: Receipt }> {
  const { row, at, seen } = await pagesLive(scene, change, shown);
  const told = await scene.feed.receiptOf(row);
  const others = told.paths.filter((path) => !shown.has(path));
  const last = Math.max(seen, await lastPlaced(others.map((path) => fileAt(scene.publicDir, path))));
  return { milliseconds: last - at, told };
}
