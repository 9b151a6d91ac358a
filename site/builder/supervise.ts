import { fork, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { watch as watchFiles } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { environmentWith } from '../env.ts';
import { aborted } from './aborted.ts';
import { keepBundle } from './bundles.ts';
import type { Working } from './commands.ts';
import { lockSite } from './lock.ts';
import { pinName, wantedBundle } from './pin.ts';
import { bundleOf, liveRelease, nextRelease } from './releases.ts';
import type { TakeOver, Word } from './resident.ts';

const main = fileURLToPath(new URL('./main.ts', import.meta.url));

/** MiB that V8 may take for each half of what is young: by itself it takes so much that a third of the process is empty. */
const youngGeneration = '--max-semi-space-size=8';

/** A process that keeps one release. */
interface Resident {
  release: string;
  process: ChildProcess;
  /** Resolves with where it has come, when it has ended. */
  stop(): Promise<string | undefined>;
  takeOver(order: TakeOver): void;
  hasCaughtUp: boolean;
}

function start(
  { settings, screen }: Working,
  release: string,
  { isLive, hear }: { isLive: boolean; hear: (word: Word, resident: Resident) => void },
): { resident: Resident; failed: Promise<never> } {
  const child = fork(main, ['reside', release, isLive ? 'live' : 'next'], {
    execArgv: [...process.execArgv, youngGeneration],
    env: environmentWith(settings),
    stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
  });
  let cursor: string | undefined;
  let stopping = false;
  let complaint = '';
  const resident: Resident = {
    release,
    process: child,
    hasCaughtUp: false,
    takeOver: (order) => void child.send(order),
    async stop() {
      stopping = true;
      child.kill('SIGTERM');
      await ended;
      return cursor;
    },
  };
  child.stdout?.on('data', (chunk: Buffer) => screen.write(chunk.toString()));
  child.stderr?.on('data', (chunk: Buffer) => (complaint = (complaint + chunk.toString()).slice(-4_000)));
  child.on('message', (word: Word) => {
    if (word.is === 'at') cursor = word.cursor;
    else hear(word, resident);
  });
  const ended = once(child, 'exit');
  const failed = ended.then(async ([code, signal]): Promise<never> => {
    if (stopping) return new Promise(() => {});
    throw new Error(complaint.trim() || `The builder of ${release} ended by itself (${signal ?? code}).`);
  });
  failed.catch(() => undefined);
  return { resident, failed };
}

/**
 * Keeps the site as the newsroom has it, until it is told to end. Where the site has to be made anew (by another bundle, or
 * since settings that stand on every page have changed), a second process makes the new release beside the first, which goes on
 * publishing, and takes over when it has caught up.
 * @param onReady Called once readers have a whole site.
 */
export async function watch(working: Working, onReady: () => void): Promise<void> {
  const { settings, signal } = working;
  const siteDir = settings.SITE_DIR;
  const lock = lockSite(siteDir);
  const { promise: broken, reject: fail } = Promise.withResolvers<never>();
  broken.catch(() => undefined);
  let live: Resident | undefined;
  let next: Resident | undefined;

  function begin(release: string, isLive: boolean): Resident {
    const { resident, failed } = start(working, release, { isLive, hear });
    failed.catch(fail);
    return resident;
  }
  function hear({ is }: Word, resident: Resident): void {
    if (is === 'outgrown' && resident === live) next ??= begin(nextRelease(siteDir, bundleOf(live.release)), false);
    if (is === 'caught-up' && resident === next) void handOver(resident).catch(fail);
    if (is === 'live') onReady();
  }
  async function handOver(to: Resident): Promise<void> {
    const from = await live?.stop();
    if (to !== next) return;
    to.takeOver({ from });
    live = to;
    next = undefined;
  }
  /** Sees to it that the wanted bundle is on its way to readers. */
  function lead(given: string): void {
    const wanted = wantedBundle(siteDir, given);
    const coming = next ?? live;
    if (coming && bundleOf(coming.release) === wanted) return;
    if (next) void next.stop();
    next = live && bundleOf(live.release) === wanted ? undefined : begin(nextRelease(siteDir, wanted), false);
  }

  try {
    const given = await keepBundle(siteDir, settings.SITE_BUNDLE, settings.PUBLIC_URL);
    const current = liveRelease(siteDir);
    if (current) live = begin(current, true);
    lead(given);
    const pins = watchFiles(siteDir, (_, name) => {
      if (name === pinName) lead(given);
    });
    try {
      await Promise.race([broken, aborted(signal)]);
    } finally {
      pins.close();
    }
  } finally {
    await Promise.all([live?.stop(), next?.stop()]);
    lock.release();
  }
}
