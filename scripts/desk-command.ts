import { spawn } from 'node:child_process';
import path from 'node:path';
import process from 'node:process';
import { root } from './child.ts';
import { baseEnvironment, readSettings } from './env.ts';
import { environmentOf } from './environment-of.ts';
import { findRunning } from './postgres.ts';
import { runToEnd } from './run-to-end.ts';
import { readSecrets } from './secrets.ts';
import { Sentence } from './sentence.ts';

/**
 * Runs one of the desk's commands with this installation's settings and what else was given to this process. It talks to the
 * terminal. Ends the process as the command ends.
 */
export const runDeskCommand = (name: 'create-admin' | 'export-comments' | 'import-comments' | 'project') =>
  runToEnd(async () => {
    const settings = readSettings();
    const dir = settings.DATELINE_DIR;
    const databaseURL = settings.DATABASE_URL ?? (await findRunning(dir));
    if (!databaseURL)
      throw new Sentence('No database is there: set DATABASE_URL, or start the embedded one with npm start first.');
    const env = environmentOf(settings, await readSecrets(dir), databaseURL, settings.PORT);
    const file = path.join(root, 'cms', 'commands', `${name}.ts`);
    const child = spawn(process.execPath, ['--disable-warning=ExperimentalWarning', file, ...process.argv.slice(2)], {
      env: { ...baseEnvironment(), ...env },
      stdio: 'inherit',
    });
    // Ctrl-C reaches the command too, which comes to an end by itself.
    process.on('SIGINT', () => {});
    const code = await new Promise<number | null>((resolve) => child.once('exit', resolve));
    process.exit(code ?? 1);
  });
