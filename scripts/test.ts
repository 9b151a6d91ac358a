import path from 'node:path';
import { buildAdmin, buildSite } from './build.ts';
import { root, startChild } from './child.ts';
import { say } from './progress.ts';
import { runUntilStopped } from './run-until-stopped.ts';

const vitest = path.join('node_modules', 'vitest', 'vitest.mjs');
const args = process.argv.slice(2);

await runUntilStopped(async () => {
  // Made before the tests, so that no test's time is a build's. Where only some are run, those that need the desk build it.
  const isWhole = args.every((arg) => arg.startsWith('-'));
  await Promise.all([buildSite(), isWhole && buildAdmin()]);
  const child = startChild(vitest, { args: ['run', ...args], cwd: root, onLine: say, env: { NODE_ENV: 'test' } });
  process.exit((await child.ended) ?? 1);
});
