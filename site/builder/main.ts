import { readBuilderSettings } from '../env.ts';
import { build, watch } from './commands.ts';

const commands = ['build', 'watch'] as const;

const stop = new AbortController();
process.on('SIGTERM', () => stop.abort());
process.on('SIGINT', () => stop.abort());
process.on('disconnect', () => stop.abort());

try {
  const command = commands.find((name) => name === process.argv[2]);
  if (!command) throw new Error('Say what to do: node site/builder/main.ts build, or watch.');
  const working = { settings: readBuilderSettings(), screen: process.stdout, signal: stop.signal };
  if (command === 'build') await build(working);
  else await watch(working, () => process.send?.({ ready: true }));
} catch (error) {
  if (!stop.signal.aborted) {
    process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
    process.exitCode = 1;
  }
}
if (process.connected) process.disconnect();
