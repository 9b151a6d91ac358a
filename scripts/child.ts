import { spawn, type ChildProcess } from 'node:child_process';
import path from 'node:path';
import { createInterface } from 'node:readline';
import type { Readable } from 'node:stream';
import { baseEnvironment } from './env.ts';

/** The checkout's root. */
export const root = path.join(import.meta.dirname, '..');

export interface ChildOptions {
  env?: Record<string, string>;
  cwd?: string;
  args?: string[];
  onLine?: (line: string) => void;
  onMessage?: (message: unknown) => void;
  /** Lets it write to our own terminal, where it may draw a progress bar; `onLine` then hears its errors alone. */
  onTerminal?: boolean;
}

export interface Child {
  process: ChildProcess;
  /** Its exit code when it has ended and all that it said was heard; null where a signal ended it. */
  ended: Promise<number | null>;
  /** The last lines of its standard error. */
  complaint: () => string;
  /** Asks it to stop, and makes it after `patienceMs`. */
  stop: (patienceMs?: number) => Promise<void>;
}

/** What `run.mjs` gives an older Node so that it runs our files; of vitest's own flags nothing is passed on. */
const neededFlags = ['--experimental-strip-types', '--experimental-sqlite'];
const alive = new Set<Child>();
let refusing = false;

/** From now on nothing more is started: what would start the next thing fails instead. */
export function refuseChildren(): void {
  refusing = true;
}

/**
 * Starts a program of ours, or one of a package's, on the Node that runs this. It leads a process group of its own, so
 * that Ctrl-C reaches it through us and in order, and stops by itself when this process is gone.
 * @param file A path in the checkout.
 */
export function startChild(file: string, options: ChildOptions = {}): Child {
  if (refusing) throw new Error('Stopped.');
  const preload = path.join(root, 'scripts', 'die-with-parent.mjs');
  const flags = [
    ...process.execArgv.filter((flag) => neededFlags.includes(flag)),
    '--disable-warning=ExperimentalWarning',
  ];
  const child = spawn(
    process.execPath,
    [...flags, '--import', preload, path.join(root, file), ...(options.args ?? [])],
    {
      cwd: options.cwd ?? root,
      env: { ...baseEnvironment(), DATELINE_PARENT: String(process.pid), ...options.env },
      detached: true,
      stdio: ['ignore', options.onTerminal ? 'inherit' : 'pipe', 'pipe', 'ipc'],
    },
  );
  const last: string[] = [];
  const listen = (stream: Readable | null, hear: (line: string) => void) =>
    stream && createInterface({ input: stream }).on('line', hear);
  listen(child.stdout, (line) => options.onLine?.(line));
  listen(child.stderr, (line) => {
    last.push(line);
    if (last.length > 40) last.shift();
    options.onLine?.(line);
  });
  if (options.onMessage) child.on('message', options.onMessage);
  const ended = new Promise<number | null>((resolve, reject) => {
    child.once('error', reject);
    child.once('close', resolve);
  });
  const started: Child = {
    process: child,
    ended,
    complaint: () => last.join('\n').trim(),
    stop: async (patienceMs = 8_000) => {
      child.kill('SIGTERM');
      const impatience = setTimeout(() => killGroup(child), patienceMs);
      await ended;
      clearTimeout(impatience);
    },
  };
  alive.add(started);
  void ended.finally(() => alive.delete(started)).catch(() => {});
  return started;
}

/** Runs a program to its end. Throws what it complained of where it failed. */
export async function runChild(file: string, env: Record<string, string>, options: ChildOptions = {}): Promise<void> {
  const child = startChild(file, { ...options, env });
  const code = await child.ended;
  if (code !== 0) throw new ChildFailed(file, code, child.complaint());
}

/** A program of ours failed; where it said one sentence, that is the message. */
export class ChildFailed extends Error {
  override name = 'ChildFailed';
  constructor(file: string, code: number | null, complaint: string) {
    const isSentence = complaint !== '' && !complaint.includes('\n');
    super(isSentence ? complaint : `${file} failed (${code ?? 'killed'}):\n${complaint}`);
  }
}

/** Stops everything that this process started and that still runs. */
export async function stopChildren(patienceMs?: number): Promise<void> {
  await Promise.all([...alive].map((child) => child.stop(patienceMs)));
}

/** Kills everything that this process started, and what that started. */
export function killChildren(): void {
  for (const child of alive) killGroup(child.process);
}

function killGroup(child: ChildProcess): void {
  if (child.pid === undefined || child.exitCode !== null || child.signalCode !== null) return;
  process.kill(-child.pid, 'SIGKILL');
}
