import { fork } from 'node:child_process';
import { once } from 'node:events';
import path from 'node:path';
import { expect, test } from 'vitest';
import type { BuilderSettings } from '../../site/env.ts';
import { atEnd } from '../support/at-end.ts';
import { buildFully, builderSettings, fill, freshFeed } from '../support/builder.ts';
import { idOf, someArticle } from '../support/published-samples.ts';
import { filesOf } from '../support/site-files.ts';

const main = path.resolve(import.meta.dirname, '../../site/builder/main.ts');

function start(settings: Partial<BuilderSettings>) {
  const env = { PATH: process.env.PATH, NODE_ENV: process.env.NODE_ENV, ...settings };
  const child = fork(main, ['watch'], { env, silent: true });
  let errors = '';
  child.stderr?.on('data', (chunk: Buffer) => (errors += chunk.toString()));
  atEnd(() => void child.kill('SIGKILL'));
  const ended = once(child, 'exit') as Promise<[number | null, string | null]>;
  const ready = once(child, 'message') as Promise<[unknown]>;
  return { child, ready, ended, errors: () => errors };
}

test('a builder that is killed outright goes on where it was, and ends when it is told to', async () => {
  const feed = await freshFeed();
  fill(feed, 60);
  const settings = await builderSettings(feed);
  let number = 100;
  // Killed while it reads the feed, renders, or writes: whatever a few milliseconds more or less bring.
  for (let kill = 0; kill < 6; kill++) {
    const { child, ended } = start(settings);
    if (kill === 0) await Promise.race([once(child.stdout ?? child, 'data'), ended]);
    else await Promise.race([once(child, 'message'), ended]);
    for (let burst = 0; burst < 3; burst++)
      feed.put(
        'article',
        idOf(5, 200 + (number % 7)),
        someArticle(number++, { id: idOf(5, 200 + (number % 7)), slug: `burst-${number % 7}` }),
      );
    for (let turn = 0; turn < kill; turn++) await new Promise(setImmediate);
    child.kill('SIGKILL');
    await ended;
  }
  const last = start(settings);
  expect(await last.ready).toEqual([{ ready: true }, undefined]);
  await feed.delivered();
  const made = await buildFully(feed);
  expect(filesOf(path.join(settings.SITE_DIR, 'current', 'public'))).toEqual(filesOf(made.publicDir));
  last.child.kill('SIGTERM');
  expect(await last.ended).toEqual([0, null]);
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
