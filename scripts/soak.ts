import path from 'node:path';
import { buildSite } from './build.ts';
import { root, startChild } from './child.ts';
import { readSoakSettings } from './env.ts';
import { say } from './progress.ts';
import { runUntilStopped } from './run-until-stopped.ts';

/*
 * npm run test:soak: the properties of npm test, tried as often as SOAK_RUNS says, 2,000 times by default. What fails prints
 * a seed; with SOAK_SEED and SOAK_PATH it comes again.
 */
await runUntilStopped(async () => {
  await buildSite();
  const files = process.argv.slice(2);
  const child = startChild(path.join('node_modules', 'vitest', 'vitest.mjs'), {
    args: ['run', ...(files.length > 0 ? files : ['incremental-equals-full'])],
    cwd: root,
    onLine: say,
    env: { NODE_ENV: 'test', ...readSoakSettings() },
  });
  process.exit((await child.ended) ?? 1);
});
