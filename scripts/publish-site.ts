import path from 'node:path';
import { readPublishSettings } from '../site/env.ts';
import { buildSite } from './build.ts';
import { runChild } from './child.ts';
import { say } from './progress.ts';
import { runToEnd } from './run-to-end.ts';
import { Sentence } from './sentence.ts';

function settings() {
  try {
    return readPublishSettings();
  } catch (error) {
    throw new Sentence(error instanceof Error ? error.message : String(error));
  }
}

/** Builds the whole site from the feed, ready for any host of static files: the steps of `.github/workflows/site.yml`. */
await runToEnd(async () => {
  const { SITE_DIR, ...given } = settings();
  const env = { ...given, SITE_DIR: path.resolve(SITE_DIR), SITE_BUNDLE: await buildSite() };
  await runChild('site/builder/main.ts', env, { args: ['build'], onLine: say });
  say(`The site is in ${path.join(SITE_DIR, 'current', 'public')}.`);
});
