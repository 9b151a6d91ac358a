import { execFile } from 'node:child_process';
import path from 'node:path';
import { promisify } from 'node:util';
import { expect, test } from 'vitest';
import { buildFully, fill, freshFeed } from '../support/builder.ts';
import { freshDirectory } from '../support/newsroom.ts';
import { filesOf } from '../support/site-files.ts';

const siteRoot = path.resolve(import.meta.dirname, '../../site');

/** What the builder adds to what Astro makes: redirects, headers, and images under their hashes. */
const extras = ['_redirects', '_headers', 'media/', 'articles/habari/'];

test('the renderer writes the very bytes of a plain static build', async () => {
  const feed = await freshFeed();
  fill(feed);
  const { publicDir, settings } = await buildFully(feed);
  const outDir = await freshDirectory();
  await promisify(execFile)(process.execPath, ['node_modules/astro/bin/astro.mjs', 'build', '--outDir', outDir], {
    cwd: siteRoot,
    env: {
      ...process.env,
      SITE_OUTPUT: 'static',
      SITE_SNAPSHOT: path.join(settings.SITE_DIR, 'current', 'snapshot.sqlite'),
      PUBLIC_URL: settings.PUBLIC_URL,
      ASTRO_TELEMETRY_DISABLED: '1',
    },
  });
  const rendered = filesOf(publicDir, extras);
  expect(Object.keys(rendered)).toContain('places/mbarara-ñandú/index.html');
  expect(Object.keys(rendered).length).toBeGreaterThan(30);
  expect(rendered).toEqual(filesOf(outDir));
});
