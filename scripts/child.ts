import { spawn } from 'node:child_process';
import path from 'node:path';
import { baseEnvironment } from './env.ts';

/** The checkout's root. */
export const root = path.join(import.meta.dirname, '..');

/** The words on the command line that start one of our TypeScript files with the Node that runs this. */
export const nodeArguments = (file: string, ...args: string[]) => ['--disable-warning=ExperimentalWarning', path.join(root, file), ...args];

/** Runs one of our commands to its end. Throws what it said on standard error where it failed. */
export async function runChild(file: string, environment: Record<string, string>, ...args: string[]): Promise<void> {
  const child = spawn(process.execPath, nodeArguments(file, ...args), {
    cwd: root,
    env: { ...baseEnvironment(), ...environment },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let said = '';
  const listen = (chunk: Buffer) => (said = (said + chunk.toString()).slice(-8_000));
  child.stdout.on('data', listen);
  child.stderr.on('data', listen);
  const code = await new Promise<number | null>((resolve, reject) => {
    child.once('error', reject);
    child.once('close', resolve);
  });
  if (code !== 0) throw new Error(`${file} failed (${code}):\n${said.trim()}`);
}
