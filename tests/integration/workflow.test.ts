import { execFile } from 'node:child_process';
import { readdirSync, readFileSync, symlinkSync } from 'node:fs';
import path from 'node:path';
import { promisify } from 'node:util';
import { expect, test } from 'vitest';
import { builderSettings, fill, freshFeed, startWatching } from '../support/builder.ts';
import { freshDirectory } from '../support/newsroom.ts';
import { idOf, someArticle } from '../support/published-samples.ts';
import { filesOf } from '../support/site-files.ts';

const run = promisify(execFile);
/** Nothing of our own settings. */
const bare = { PATH: process.env.PATH, NODE_ENV: process.env.NODE_ENV };
const root = path.resolve(import.meta.dirname, '../..');

/** A clone of what is committed, with the packages that are installed here. */
async function cleanCheckout(): Promise<string> {
  const checkout = path.join(await freshDirectory(), 'checkout');
  await run('git', ['clone', '--quiet', '--no-hardlinks', root, checkout]);
  for (const folder of ['.', 'shared', 'cms', 'site']) {
    symlinkSync(path.join(root, folder, 'node_modules'), path.join(checkout, folder, 'node_modules'));
  }
  return checkout;
}

/** The command of the workflow's step that publishes, as the file has it. */
function publishCommand(checkout: string): string[] {
  const workflow = readFileSync(path.join(checkout, '.github/workflows/site.yml'), 'utf8');
  const [, command] = /- run: node (scripts\/publish-site\.ts)$/m.exec(workflow) ?? [];
  if (!command) throw new Error('The workflow has no step that publishes.');
  return [command];
}

test('the workflow builds, in a clean checkout, the very bytes that the resident builder keeps', async () => {
  const feed = await freshFeed();
  fill(feed);
  const checkout = await cleanCheckout();
  const env = {
    ...bare,
    FEED_URL: feed.url,
    FEED_TOKEN: feed.token,
    PUBLIC_URL: 'http://localhost:4321',
  };
  await run(process.execPath, publishCommand(checkout), { cwd: checkout, env });
  const published = path.join(checkout, '.dateline/published/current');

  const builds = path.join(checkout, '.dateline/builds');
  const [bundle = ''] = readdirSync(builds);
  // What is being edited here is not what is committed: both are of one bundle.
  const builder = await startWatching({ ...(await builderSettings(feed)), SITE_BUNDLE: path.join(builds, bundle) });
  feed.put('article', idOf(5, 50), someArticle(5000, { id: idOf(5, 50), slug: 'bridge-opens' }));
  await feed.delivered();
  await run(process.execPath, publishCommand(checkout), { cwd: checkout, env });
  await builder.stop();

  const files = filesOf(path.join(published, 'public'));
  expect(files).toHaveProperty(['articles/bridge-opens/index.html']);
  expect(files).toEqual(filesOf(builder.publicDir));
});

test('a setting that is missing ends the script with one sentence', async () => {
  const script = run(process.execPath, [path.join(root, 'scripts/publish-site.ts')], {
    env: { ...bare },
  });
  await expect(script).rejects.toMatchObject({
    code: 1,
    stderr: 'Set FEED_URL to an address, such as http://localhost:4321.\n',
  });
});
