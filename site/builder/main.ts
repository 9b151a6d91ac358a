import { readBuilderSettings } from '../env.ts';
import { build } from './build.ts';
import type { Working } from './commands.ts';
import { reside, type TakeOver } from './resident.ts';
import { watch } from './supervise.ts';

const commands: Record<string, (working: Working, args: string[]) => Promise<void> | void> = {
  build,
  watch: (working) => watch(working, () => process.send?.({ ready: true })),
  // Started by watch alone: it holds the lock.
  reside: (working, [release = '', standing]) =>
    reside(working, {
      release,
      isLive: standing === 'live',
      tell: (word) => void (process.connected && process.send?.(word)),
      takeOver: new Promise<TakeOver>((resolve) => process.once('message', (order) => resolve(order as TakeOver))),
    }),
};

const stop = new AbortController();
process.on('SIGTERM', () => stop.abort());
process.on('SIGINT', () => stop.abort());
process.on('disconnect', () => stop.abort());

try {
  const [name = '', ...args] = process.argv.slice(2);
  const command = commands[name];
  if (!command) throw new Error('Say what to do: node site/builder/main.ts build, or watch.');
  await command({ settings: readBuilderSettings(), screen: process.stdout, signal: stop.signal }, args);
} catch (error) {
  if (!stop.signal.aborted) {
    process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
    process.exitCode = 1;
  }
}
if (process.connected) process.disconnect();
