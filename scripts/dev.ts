import path from 'node:path';
import { buildSite } from './build.ts';
import { root, runChild, startChild } from './child.ts';
import { startDatabase } from './database.ts';
import { readSettings } from './env.ts';
import { environmentOf } from './environment-of.ts';
import { freePort } from './free-port.ts';
import { findPort, lockInstallation } from './installation.ts';
import { say, step } from './progress.ts';
import { runUntilStopped } from './run-until-stopped.ts';
import { fillSample } from './sample.ts';
import { readSecrets } from './secrets.ts';
import { startService, type Ready } from './service.ts';

/*
 * The desk in Next's development mode at a port of its own, the pages in Astro's at the site's port, on the snapshot that
 * the resident builder keeps, and the reader server behind it. The first two follow every change of a file.
 */
await runUntilStopped(async () => {
  const settings = readSettings();
  const dir = settings.DATELINE_DIR;
  await lockInstallation(dir);
  const port = await findPort(settings);
  const desk = await freePort('localhost');
  const front = await freePort('localhost');
  const database = await startDatabase(settings.DATABASE_URL, dir, (line) => say(`  database │ ${line}`));
  let secrets = await readSecrets(dir);
  const env: Record<string, string> = {
    ...environmentOf(settings, secrets, database.url, port),
    ADMIN_URL: settings.ADMIN_URL ?? `http://localhost:${desk}`,
    ADMIN_PORT: String(desk),
    NODE_ENV: 'development',
  };
  await step('Migrating the database', () => runChild('cms/commands/migrate.ts', env));
  if (database.embedded && !secrets.editor) {
    secrets = await step('Filling the sample newsroom', () => fillSample(dir, env, secrets));
  }
  const bundle = await buildSite();

  const onLine = (name: string) => (line: string) => say(`  ${name} │ ${line}`);
  const serve = (name: string, file: string, own: (last?: Ready) => Record<string, string>, args: string[] = []) =>
    startService({ file, args, env: (last) => ({ ...env, ...own(last) }), onLine: onLine(name) });
  const server = await serve('server', 'cms/server/main.ts', (last) => ({
    PORT: String(front),
    ADMIN_UPSTREAM: `http://localhost:${desk}`,
    FEED_PORT: String(last?.feedPort ?? settings.FEED_PORT),
  }));
  const feedURL = `http://${settings.FEED_HOST}:${server.ready.feedPort}`;
  const builder = await step('Building the pages', () =>
    serve('builder', 'site/builder/main.ts', () => ({ FEED_URL: feedURL, SITE_BUNDLE: bundle }), ['watch']),
  );

  const follow = (name: string, file: string, cwd: string, args: string[], own: Record<string, string> = {}) =>
    startChild(file, { cwd: path.join(root, cwd), args, env: { ...env, ...own }, onLine: onLine(name) });
  const next = follow('desk', 'cms/node_modules/next/dist/bin/next', 'cms', ['dev', '--port', String(desk)], {
    NEXT_DIST: '.next',
  });
  const astro = follow('pages', 'site/node_modules/astro/bin/astro.mjs', 'site', ['dev', '--port', String(port)], {
    SITE_SNAPSHOT: path.join(env['SITE_DIR']!, 'current', 'snapshot.sqlite'),
    API_UPSTREAM: `http://localhost:${front}`,
  });
  say(`\n  Site     http://localhost:${port}/\n  Desk     http://localhost:${desk}/admin`);
  if (secrets.editor) say(`  Sign in  ${secrets.editor.email}, password ${secrets.editor.password}`);
  say('  Stop     Ctrl-C\n');

  return async () => {
    await Promise.all([next.stop(), astro.stop(), builder.stop(), server.stop()]);
    await database.stop();
  };
});
