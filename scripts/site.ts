import path from 'node:path';
import process from 'node:process';
import { back, forward, listBundles } from '../site/builder/go-back.ts';
import { readSiteDir, readSiteSettings } from '../site/env.ts';
import { buildSite } from './build.ts';
import { runChild } from './child.ts';
import { loadEnvFile } from './env.ts';
import { say } from './progress.ts';
import { runToEnd } from './run-to-end.ts';
import { runUntilStopped } from './run-until-stopped.ts';
import { Sentence } from './sentence.ts';
import { startService } from './service.ts';

const builder = 'site/builder/main.ts';

/** What goes wrong with these is how they were called, and is told of in a sentence. */
function inSentences<T>(work: () => T): T {
  try {
    return work();
  } catch (error) {
    throw new Sentence(error instanceof Error ? error.message : String(error));
  }
}

/** What the builder runs with: a bundle of these sources, where none is named. */
async function environment() {
  const { SITE_BUNDLE, ...given } = inSentences(readSiteSettings);
  return { ...given, SITE_BUNDLE: SITE_BUNDLE ? path.resolve(SITE_BUNDLE) : await buildSite() };
}

/** Builds the whole site from the feed, ready for any host of static files. */
async function build(): Promise<void> {
  const env = await environment();
  await runChild(builder, env, { args: ['build'], onLine: say, onTerminal: process.stdout.isTTY });
  say(`The site is in ${path.join(env.SITE_DIR, 'current', 'public')}.`);
}

/** Keeps the site as the newsroom has it. */
async function watch(): Promise<() => Promise<void>> {
  const env = await environment();
  const service = await startService({ file: builder, args: ['watch'], env: () => env, onLine: say });
  say(`The site in ${path.join(env.SITE_DIR, 'current', 'public')} follows the newsroom. Ctrl-C stops.`);
  return service.stop;
}

/** Shows or chooses what the site is made with; a builder that runs follows. */
const ofBundles = (act: typeof back) => async () => inSentences(() => act(readSiteDir(), process.stdout));

const commands: Record<string, () => Promise<void>> = {
  build,
  releases: ofBundles(listBundles),
  back: ofBundles(back),
  forward: ofBundles(forward),
};

loadEnvFile();
const [command = ''] = process.argv.slice(2);
if (command === 'watch') await runUntilStopped(watch);
await runToEnd(async () => {
  const run = commands[command];
  if (!run)
    throw new Sentence('Say what to do: npm run site:build, site:watch, site:releases, site:back, or site:forward.');
  await run();
});
