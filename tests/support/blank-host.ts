import { execFile } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import fs from 'node:fs/promises';
import path from 'node:path';
import { promisify } from 'node:util';
import { root, runChild, startChild, type Child } from '../../scripts/child.ts';
import { freePort } from '../../scripts/free-port.ts';
import { atEnd } from './at-end.ts';

const run = promisify(execFile);

export const feedToken = 'feed-token-of-a-blank-host';

export interface BlankHost {
  dir: string;
  /** Runs one of Payload's own commands in the app, with nobody to answer a question. */
  payload: (...args: string[]) => Promise<void>;
  /** Builds and serves the app; returns its origin. */
  serve: () => Promise<string>;
  /** Serves the app's feed; returns its origin. */
  serveFeed: () => Promise<string>;
  /** Does the newsroom's work, with a mail server. */
  work: (smtpURL: string) => Promise<void>;
}

/**
 * A blank Payload app with the plugin in it, as npm would install it: out of the tarball of `pnpm pack`, as a directory of
 * its own below `node_modules`. The app's other packages are links to those of the checkout, since tests fetch nothing.
 */
export async function blankHost(databaseURL: string): Promise<BlankHost> {
  const parent = path.join(root, '.dateline', 'blank-hosts');
  await fs.mkdir(parent, { recursive: true });
  const dir = await fs.mkdtemp(path.join(parent, 'host-'));
  atEnd(() => fs.rm(dir, { recursive: true, force: true, maxRetries: 3 }));
  await fs.cp(path.join(root, 'tests', 'blank-host'), dir, { recursive: true });
  await linkPackages(dir);
  await installPlugin(dir);
  const env = { DATABASE_URL: databaseURL, PAYLOAD_SECRET: randomUUID(), FEED_TOKEN: feedToken, CHECKOUT: root };
  const payload = (...args: string[]) => runChild('cms/node_modules/payload/bin.js', env, { cwd: dir, args });
  return {
    dir,
    payload,
    serve: async () => {
      const next = (...args: string[]) => ({ cwd: dir, args, env });
      await runChild('cms/node_modules/next/dist/bin/next', env, next('build'));
      const port = await freePort('127.0.0.1');
      await heard(
        'cms/node_modules/next/dist/bin/next',
        next('start', '-H', '127.0.0.1', '-p', String(port)),
        /Ready in/,
      );
      return `http://127.0.0.1:${port}`;
    },
    serveFeed: async () => {
      const line = await heard(
        'cms/node_modules/payload/bin.js',
        { cwd: dir, env, args: ['run', 'feed.ts'] },
        /feed on port \d+/,
      );
      return `http://127.0.0.1:${/\d+$/.exec(line)?.[0]}`;
    },
    work: async (smtpURL) => {
      const options = { cwd: dir, env: { ...env, SMTP_URL: smtpURL }, args: ['run', 'work.ts'] };
      await heard('cms/node_modules/payload/bin.js', options, /at work/);
    },
  };
}

/** Starts a program that serves until the test file is through, and waits for the line in which it says that it is ready. */
async function heard(file: string, options: Parameters<typeof startChild>[1], ready: RegExp): Promise<string> {
  const { promise, resolve } = Promise.withResolvers<string>();
  const child: Child = startChild(file, { ...options, onLine: (line) => ready.test(line) && resolve(line) });
  atEnd(() => child.stop());
  const ended = child.ended.then((code) => {
    throw new Error(`${file} ended (${code}): ${child.complaint()}`);
  });
  ended.catch(() => {});
  return Promise.race([promise, ended]);
}

async function linkPackages(dir: string): Promise<void> {
  const from = path.join(root, 'cms', 'node_modules');
  const names = (await fs.readdir(from)).filter((name) => !name.startsWith('.') && name !== '@dateline');
  const packages = await Promise.all(
    names.map(async (name) =>
      name.startsWith('@') ? (await fs.readdir(path.join(from, name))).map((inner) => path.join(name, inner)) : [name],
    ),
  );
  for (const name of packages.flat()) {
    const link = path.join(dir, 'node_modules', name);
    await fs.mkdir(path.dirname(link), { recursive: true });
    await fs.symlink(await fs.realpath(path.join(from, name)), link);
  }
}

async function installPlugin(dir: string): Promise<void> {
  const tarballs = path.join(dir, 'tarballs');
  await fs.mkdir(tarballs);
  await run('npx', ['--yes', 'pnpm@10.34.8', 'pack', '--pack-destination', tarballs], { cwd: path.join(root, 'cms') });
  const [tarball = ''] = await fs.readdir(tarballs);
  const target = path.join(dir, 'node_modules', '@dateline', 'cms');
  await fs.mkdir(target, { recursive: true });
  await run('tar', ['-xzf', path.join(tarballs, tarball), '-C', target, '--strip-components=1']);
}
