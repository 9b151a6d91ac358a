import { spawn } from 'node:child_process';
import type { baseEnvironment } from '../../env.ts';
import { sampleMemory } from '../memory.ts';

export type ToolEnvironment = ReturnType<typeof baseEnvironment>;

export interface ToolOptions {
  cwd: string;
  env: ToolEnvironment;
  /** Ends the tool, with what it started. */
  signal: AbortSignal;
}

/** What a tool took: milliseconds from its start to its end, and the most memory that it held, in MiB. */
export interface Run {
  wall: number;
  peak: number;
}

const kept = 2_000;

/** Runs a program that is none of ours to its end. Throws the end of what it said where it failed. */
export async function runTool(command: string, args: string[], { cwd, env, signal }: ToolOptions): Promise<Run> {
  signal.throwIfAborted();
  const began = performance.now();
  // A group of its own, so that all that it starts can be ended with it.
  const child = spawn(command, args, { cwd, env, detached: true, stdio: ['ignore', 'pipe', 'pipe'] });
  const end = () => child.pid !== undefined && child.exitCode === null && process.kill(-child.pid, 'SIGKILL');
  signal.addEventListener('abort', end);
  let said = '';
  for (const stream of [child.stdout, child.stderr])
    stream.on('data', (chunk: Buffer) => (said = (said + chunk.toString()).slice(-kept)));
  const memory = sampleMemory(child.pid ?? 0);
  try {
    const code = await new Promise<number | null>((resolve, reject) => {
      child.once('error', reject);
      child.once('close', resolve);
    });
    if (code !== 0) throw new Error(`${command} ${args[0]} failed (${code ?? 'killed'}): ${said.trim()}`);
    return { wall: performance.now() - began, peak: memory.peak() };
  } finally {
    memory.stop();
    signal.removeEventListener('abort', end);
  }
}
