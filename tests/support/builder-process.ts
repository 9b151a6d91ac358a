import { fork } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { BuilderSettings } from '../../site/env.ts';
import { atEnd } from './at-end.ts';

/** What one process has compiled, the next one need not: most of a start is that. */
const compiled = mkdtempSync(path.join(tmpdir(), 'dateline-compiled-'));
atEnd(() => rmSync(compiled, { recursive: true, force: true, maxRetries: 3 }));

const main = path.resolve(import.meta.dirname, '../../site/builder/main.ts');

/**
 * Starts a builder as a process of its own, the resident one or one that builds once, and ends it when the test file is through.
 * @param more Further environment: `SITE_FAILPOINT`, at which it kills itself.
 */
export function startBuilder(
  settings: Partial<BuilderSettings>,
  more: Record<string, string> = {},
  command: 'watch' | 'build' = 'watch',
) {
  const { PATH, NODE_ENV } = process.env;
  const env = { PATH, NODE_ENV, NODE_COMPILE_CACHE: compiled, ...settings, ...more };
  const child = fork(main, [command], { env, silent: true });
  let errors = '';
  child.stderr?.on('data', (chunk: Buffer) => (errors += chunk.toString()));
  child.stdout?.resume();
  atEnd(() => void child.kill('SIGKILL'));
  const ended = once(child, 'exit') as Promise<[number | null, string | null]>;
  const ready = once(child, 'message') as Promise<[unknown]>;
  /** Resolves when all that it said was heard. */
  const silent = child.stderr ? once(child.stderr, 'close') : Promise.resolve();
  return { child, ready, ended, silent, errors: () => errors };
}
