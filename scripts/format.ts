import path from 'node:path';
import { root, runChild } from './child.ts';
import { say } from './progress.ts';
import { runToEnd } from './run-to-end.ts';

/** Formats everything, or the files that are named: `npm run format`. */
await runToEnd(async () => {
  const files = process.argv.slice(2);
  const args = ['--write', '--log-level', 'warn', ...(files.length > 0 ? files : ['.'])];
  await runChild(path.join('node_modules', 'prettier', 'bin', 'prettier.cjs'), {}, { cwd: root, args, onLine: say });
});
