import path from 'node:path';
import process from 'node:process';
import { readSiteSettings } from '../site/env.ts';
import { buildSite } from './build.ts';
import { runChild } from './child.ts';
import { loadEnvFile } from './env.ts';
import { say } from './progress.ts';
import { runToEnd } from './run-to-end.ts';
import { runUntilStopped } from './run-until-stopped.ts';
import { Sentence } from './sentence.ts';
import { startService } from './service.ts';

const builder = 'site/builder/main.ts';

function settings() {
  try {
    loadEnvFile();
    return readSiteSettings();
  } catch (error) {
    throw new Sentence(error instanceof Error ? error.message : String(error));
  }
}

/** What the builder runs with: a bundle of these sources, where none is named. */
async function environment() {
  const { SITE_BUNDLE, ...given } = settings();
  return { ...given, SITE_BUNDLE: SITE_BUNDLE ? path.resolve(SITE_BUNDLE) : await buildSite() };
}

/** Builds the whole site from the feed, ready for any host of static files. */
async function build(): Promise<void> {
  const env = await environment();
  await runChild(builder, env, { args: ['build'], onLine: say });
  say(`The site is in ${path.join(env.SITE_DIR, 'current', 'public')}.`);
}

/** Keeps the site as the newsroom has it. */
async function watch(): Promise<() => Promise<void>> {
  const env = await environment();
  const service = await startService({ file: builder, args: ['watch'], env: () => env, onLine: say });
  say(`The site in ${path.join(env.SITE_DIR, 'current', 'public')} follows the newsroom. Ctrl-C stops.`);
  return service.stop;
}

const [command] = process.argv.slice(2);
if (command === 'watch') await runUntilStopped(watch);
await runToEnd(async () => {
  if (command !== 'build') throw new Sentence('Say what to do: pnpm site:build, or pnpm site:watch.');
  await build();
});
