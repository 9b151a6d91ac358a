import { execFile } from 'node:child_process';
import { hash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { promisify } from 'node:util';
import { brotliDecompressSync, gunzipSync } from 'node:zlib';
import { expect, test } from 'vitest';
import { buildFully, fill, freshFeed } from '../support/builder.ts';
import { clockAt } from '../support/clock.ts';
import { freshDirectory } from '../support/newsroom.ts';
import { idOf } from '../support/published-samples.ts';
import { filesOf } from '../support/site-files.ts';

const siteRoot = path.resolve(import.meta.dirname, '../../site');

/** What the builder adds to what Astro makes: redirects, headers, and images under their hashes. */
const extras = ['_redirects', '_headers', 'media/', 'articles/habari/'];

test('the renderer writes the very bytes of a plain static build', async () => {
  const feed = await freshFeed();
  fill(feed);
  // A time at which some of what the feed has is news.
  const clock = await clockAt('2026-02-18T12:30:00.000Z');
  const { publicDir, settings } = await buildFully(feed, { SITE_CLOCK: clock.file });
  const outDir = await freshDirectory();
  await promisify(execFile)(process.execPath, ['node_modules/astro/bin/astro.mjs', 'build', '--outDir', outDir], {
    cwd: siteRoot,
    env: {
      ...process.env,
      SITE_OUTPUT: 'static',
      SITE_SNAPSHOT: path.join(settings.SITE_DIR, 'current', 'snapshot.sqlite'),
      PUBLIC_URL: settings.PUBLIC_URL,
      SITE_CLOCK: clock.file,
      ASTRO_TELEMETRY_DISABLED: '1',
    },
  });
  // The compressed siblings say what the files say that they stand beside.
  const rendered = filesOf(publicDir, extras);
  const siblings = Object.keys(rendered).filter((file) => /\.(br|gz)$/.test(file));
  expect(siblings).toContain('index.html.br');
  expect(siblings.some((file) => /^_astro\/.*\.css\.gz$/.test(file))).toBe(true);
  for (const sibling of siblings) {
    const bytes = readFileSync(path.join(publicDir, sibling));
    const plain = sibling.endsWith('.br') ? brotliDecompressSync(bytes) : gunzipSync(bytes);
    expect(hash('sha256', plain), sibling).toBe(rendered[sibling.slice(0, -3)]);
    delete rendered[sibling];
  }
  expect(Object.keys(rendered)).toContain('places/mbarara-ñandú/index.html');
  expect(Object.keys(rendered)).toContain(`comments/${idOf(5, 1)}/feed.xml`);
  expect(Object.keys(rendered).length).toBeGreaterThan(30);
  expect(readFileSync(path.join(publicDir, 'news-sitemap.xml'), 'utf8')).toContain('<news:news>');
  const { '410/index.html': gone, ...built } = filesOf(outDir);
  // Astro makes a file of its own name of 404 and 500 alone.
  expect(rendered).toEqual({ ...built, '410.html': gone });
});
