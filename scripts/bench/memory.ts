import fs from 'node:fs';

const readOr = (file: string): string => {
  try {
    return fs.readFileSync(file, 'utf8');
  } catch {
    // The process has ended meanwhile: it holds nothing any more.
    return '';
  }
};

/** A process with all that it started, and that those started. */
export function treeOf(pid: number): number[] {
  const tasks = fs.existsSync(`/proc/${pid}/task`) ? fs.readdirSync(`/proc/${pid}/task`) : [];
  const children = tasks.flatMap((task) => readOr(`/proc/${pid}/task/${task}/children`).split(' ').filter(Boolean));
  return [pid, ...children.flatMap((child) => treeOf(Number(child)))];
}

/** The kilobytes behind a name in a file of the kernel's, `Pss:   123 kB`. */
export const kilobytesOf = (name: string, text: string) =>
  Number(new RegExp(`^${name}:\\s+(\\d+) kB$`, 'm').exec(text)?.[1] ?? 0);

/**
 * The resident memory, in MiB, of a process with all that it started: Linux's PSS, in which a page that several of them
 * hold counts once. Files that are mapped into memory, such as the snapshot, count like everything else.
 */
const memoryOf = (pid: number) =>
  treeOf(pid).reduce((sum, each) => sum + kilobytesOf('Pss', readOr(`/proc/${each}/smaps_rollup`)), 0) / 1_024;

/** Whether the kernel tells what memory processes hold. */
export const isMemoryTold = fs.existsSync('/proc/self/smaps_rollup');

export interface Sampling {
  /** The most that was held between two moments of `performance.now()`, in MiB. */
  peak: (from?: number, to?: number) => number;
  stop: () => void;
}

/** Looks again and again at what a process and its own hold. */
export function sampleMemory(pid: number, everyMs = 100): Sampling {
  const samples: { at: number; held: number }[] = [];
  const look = () => samples.push({ at: performance.now(), held: memoryOf(pid) });
  look();
  const timer = setInterval(look, everyMs);
  return {
    peak: (from = 0, to = Infinity) =>
      Math.max(0, ...samples.filter(({ at }) => at >= from && at <= to).map(({ held }) => held)),
    stop: () => clearInterval(timer),
  };
}
