import { execFile } from 'node:child_process';
import path from 'node:path';
import { promisify } from 'node:util';
import { expect, test } from 'vitest';
import { baseEnvironment } from '../../scripts/env.ts';
import { buildFully, builderSettings, fill, freshFeed } from '../support/builder.ts';
import { startBuilder as start } from '../support/builder-process.ts';

test('a builder ends when it is told to', async () => {
  const feed = await freshFeed();
  fill(feed, 2);
  const { child, ready, ended } = start(await builderSettings(feed));
  expect(await ready).toEqual([{ ready: true }, undefined]);
  child.kill('SIGTERM');
  expect(await ended).toEqual([0, null]);
});

test('a builder whose parent goes away ends', async () => {
  const feed = await freshFeed();
  fill(feed, 2);
  const { child, ready, ended } = start(await builderSettings(feed));
  await ready;
  child.disconnect();
  expect(await ended).toEqual([0, null]);
});

test('a setting that is missing ends the start with one sentence', async () => {
  const { ended, errors } = start({ PUBLIC_URL: 'http://localhost:4321', FEED_URL: 'http://127.0.0.1:1' });
  expect(await ended).toEqual([1, null]);
  expect(errors()).toBe("Set FEED_TOKEN to the feed's token.\n");
});

test('what a site is made with is listed and chosen by whoever knows where it is', async () => {
  const feed = await freshFeed();
  fill(feed, 2);
  const { settings } = await buildFully(feed);
  const script = path.join(import.meta.dirname, '../../scripts/site.ts');
  const run = (command: string) =>
    promisify(execFile)(process.execPath, [script, command], {
      env: { ...baseEnvironment(), SITE_DIR: settings.SITE_DIR },
    });
  expect((await run('releases')).stdout).toMatch(/^\* [0-9a-f]{16} .* http:\/\/localhost:4321\n$/);
  expect((await run('forward')).stdout).toBe('The site had not gone back.\n');
  const back = await run('back').catch((error: { code: number; stderr: string }) => error);
  expect(back).toMatchObject({ code: 1, stderr: 'There is no earlier bundle of this site to go back to.\n' });
});
