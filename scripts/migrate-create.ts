import { spawn } from 'node:child_process';
import { once } from 'node:events';
import path from 'node:path';
import { root, runChild } from './child.ts';
import { baseEnvironment } from './env.ts';
import { runToEnd } from './run-to-end.ts';
import { Sentence } from './sentence.ts';

/** Writes a migration for what was changed in the collections and tables: `npm run migrate:create -- <name>`. */
await runToEnd(async () => {
  const [name] = process.argv.slice(2);
  if (!name || name.startsWith('-')) throw new Sentence('Say what it brings: npm run migrate:create -- <name>.');
  // Nothing is connected to: these only let the configuration be read.
  const stand = { DATABASE_URL: 'postgres://127.0.0.1:1/none', PAYLOAD_SECRET: 'only-for-a-migration' };
  const cms = path.join(root, 'cms');
  const payload = path.join(cms, 'node_modules', 'payload', 'bin.js');
  const child = spawn(process.execPath, [payload, '--disable-transpile', 'migrate:create', name], {
    cwd: cms,
    env: { ...baseEnvironment(), ...stand },
    // It asks before it writes one that does nothing.
    stdio: 'inherit',
  });
  const [code] = (await once(child, 'exit')) as [number | null];
  if (code !== 0) throw new Sentence('No migration was written: what went wrong stands above.');
  await runChild('cms/commands/format-migrations.ts', {});
});
