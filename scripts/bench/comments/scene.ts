import { randomUUID } from 'node:crypto';
import { rm } from 'node:fs/promises';
import path from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { readerRoutes } from '@dateline/shared/routes';
import pg from 'pg';
import { hashPassword } from '../../../cms/src/readers/password.ts';
import { freePort } from '../../free-port.ts';
import { environmentIn, type Cluster } from '../newsroom/cluster.ts';
import { startReady } from '../started.ts';
import { openClient, type Shot } from './load.ts';
import type { ThreadsPublished } from './publish-threads.ts';
import { password, writeReaders, type BenchReader } from './readers.ts';
import { startReaderServer, type ReaderServer } from './server.ts';

/** A newsroom with readers and threads, and the server that they talk to. */
export interface CommentScene {
  cluster: Cluster;
  databaseURL: string;
  dir: string;
  port: number;
  publicURL: string;
  env: Record<string, string> & { FEED_TOKEN: string; SITE_DIR: string };
  server: ReaderServer;
  /** The readers, each after all the others: that none exceeds a limit, which all hold here. */
  posters: Iterator<BenchReader, never>;
  loggers: Iterator<BenchReader, never>;
  /** Stories by what is done under them; `quiet` has what was said before, and nobody posts there. */
  articles: Articles;
  signal: AbortSignal;
}

type Article = ThreadsPublished['articles'][number];

interface Articles {
  quiet: Article;
  hot: Article;
  /** Where a comment and a publish are timed beside few comments, in turn so that they stay few, and beside many. */
  short: Article[];
  long: Article;
  others: Article[];
}

const database = 'comments';
const shortThreads = 10;

async function publishThreads(env: Record<string, string>): Promise<Articles> {
  let articles: ThreadsPublished['articles'] = [];
  const child = await startReady('scripts/bench/comments/publish-threads.ts', {
    env,
    onMessage: (message) => ({ articles } = message as ThreadsPublished),
  });
  await child.ended;
  const [quiet, hot, long, ...rest] = articles as [Article, Article, Article, ...Article[]];
  return { quiet, hot, long, short: rest.slice(0, shortThreads), others: rest.slice(shortThreads) };
}

/** @param dir Where the newsroom's files lie. */
export async function openScene(cluster: Cluster, dir: string, signal: AbortSignal): Promise<CommentScene> {
  const databaseURL = await cluster.createDatabase(database);
  const port = await freePort('127.0.0.1');
  const publicURL = `http://127.0.0.1:${port}`;
  const env = {
    ...environmentIn(dir),
    DATABASE_URL: databaseURL,
    FEED_TOKEN: randomUUID(),
    SITE_DIR: path.join(dir, 'site'),
    PUBLIC_URL: publicURL,
    HOST: '127.0.0.1',
    PORT: String(port),
    // The load generator stands where a proxy would, and says which reader it speaks for.
    TRUSTED_PROXY_HOPS: '1',
  };
  await rm(env.SITE_DIR, { recursive: true, force: true });
  const articles = await publishThreads(env);
  const client = new pg.Client({ connectionString: databaseURL });
  await client.connect();
  const readers = await writeReaders(client, await hashPassword(password), articles.quiet.id);
  await client.end();
  const server = await startReaderServer(env);
  const scene = { cluster, databaseURL, dir, port, publicURL, env, server, articles, signal, ...turns(readers) };
  await untilAnswered(port, () => listing(articles.quiet.id), 200, signal);
  return scene;
}

/**
 * As if a minute had passed since the work before: what the limits counted of it is over. Five thousand readers may not post
 * faster than the server can take it for longer than that.
 */
export async function letAMinutePass({ databaseURL }: CommentScene): Promise<void> {
  const client = new pg.Client({ connectionString: databaseURL });
  await client.connect();
  await client.query(`delete from rate_limits where key like 'post-%'`);
  await client.end();
}

const turns = (readers: readonly BenchReader[]) => ({ posters: inTurn(readers), loggers: inTurn(readers) });

/** Takes turns, without end. */
export function* inTurn<T>(of: readonly T[]): Generator<T, never> {
  for (;;) yield* of;
}

/** A request for the newest comments of an article, as the island of somebody who has just come makes it. */
export const listing = (article: string): Shot => ({
  method: 'GET',
  path: `${readerRoutes.comments}?article=${article}`,
  headers: {},
});

/** Asks again and again until the answer has this status. @returns When, of `performance.now()`. */
export async function untilAnswered(
  port: number,
  shot: () => Shot,
  status: number,
  signal: AbortSignal,
): Promise<number> {
  const client = openClient(port, 1);
  const deadline = performance.now() + 30_000;
  try {
    for (;;) {
      signal.throwIfAborted();
      const answer = await client.send(shot()).catch((error: Error) => error);
      if ('status' in answer && answer.status === status) return performance.now();
      if (performance.now() > deadline) throw new Error(`Never answered ${status}: ${JSON.stringify(answer)}`);
      await wait(5);
    }
  } finally {
    client.close();
  }
}
