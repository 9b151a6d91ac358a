import { readFile, stat } from 'node:fs/promises';
import path from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { routes } from '@dateline/shared/routes';
import { threadPageSize } from '@dateline/shared/thread-pages';
import pg from 'pg';
import { buildSite } from '../../build.ts';
import { step } from '../../progress.ts';
import { atMost, quantile, told, type Figure } from '../figures.ts';
import { startReady } from '../started.ts';
import { openClient, type Client } from './load.ts';
import type { CommentScene } from './scene.ts';
import { comments } from './works.ts';

const rounds = 20;
/** How much more a comment or a page may take where the thread is long. */
const asMuch = 1.3;

type Article = CommentScene['articles'][number];

/** Comments of the first level, a second apart, as they are stored and told to the feed. */
const thread = `
  with given as (
    select gen_random_uuid() as id, '2026-01-01'::timestamptz + number * interval '1 second' as at, number
    from generate_series(1, $2::int) number
  ), stored as (
    insert into comments (id, article_id, author_name, body, status, created_at, published_at, decided_at)
    select id, $1, 'Somebody', 'Comment ' || number, 'published', at, at, at from given
  )
  insert into outbox (op, kind, document, data)
  select 'put', 'comment', id, jsonb_build_object('id', id, 'article', $1::text, 'parent', null, 'root', null,
    'author', 'Somebody', 'html', '<p>Comment ' || number || '</p>',
    'at', to_char(at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'), 'edited', null, 'removed', false,
    'recommendations', 0, 'pinned', false, 'pick', false, 'staff', false, 'person', null)
  from given order by number`;

async function write({ databaseURL }: CommentScene, article: Article, count: number): Promise<void> {
  const client = new pg.Client({ connectionString: databaseURL });
  await client.connect();
  await client.query(thread, [article.id, count]);
  await client.end();
}

/** Waits for something in the site's files. */
async function until(isSo: () => Promise<boolean>, signal: AbortSignal): Promise<void> {
  const deadline = performance.now() + 180_000;
  while (!(await isSo().catch(() => false))) {
    signal.throwIfAborted();
    if (performance.now() > deadline) throw new Error('The site did not come to what was published.');
    await wait(1);
  }
}

/**
 * What a comment and a page cost where the thread is long, against one with few.
 * @param count How many comments the long one has.
 */
export async function measureLongThread(scene: CommentScene, count: number): Promise<Figure[]> {
  const { env, server, publicURL, port, signal } = scene;
  const [few, many] = scene.articles.slice(-2) as [Article, Article];
  const publicDir = path.join(env.SITE_DIR, 'current', 'public');
  const client = openClient(port, 1);
  await step('Writing a long thread', () => write(scene, many, count));
  const builder = await startReady('site/builder/main.ts', {
    env: {
      FEED_URL: `http://127.0.0.1:${server.feedPort}`,
      FEED_TOKEN: env.FEED_TOKEN,
      SITE_DIR: env.SITE_DIR,
      SITE_BUNDLE: await buildSite(),
      PUBLIC_URL: publicURL,
    },
    args: ['watch'],
  });
  try {
    const last = path.join(publicDir, routes.comments(many.id, Math.floor(count / threadPageSize) - 1), 'index.html');
    await step('Building its pages', () => until(async () => (await stat(last)).isFile(), signal));
    const live = { few: [] as number[], many: [] as number[] };
    const read = { few: [] as number[], many: [] as number[] };
    await step('Posting under it', async () => {
      for (let round = -2; round < rounds; round++) {
        for (const [name, article] of [
          ['few', few],
          ['many', many],
        ] as const) {
          const took = await publish(scene, client, article, publicDir);
          const page = performance.now();
          await client.send({ method: 'GET', path: routes.article(article.slug), headers: {} });
          // The first of each are for warming up.
          if (round < 0) continue;
          live[name].push(took);
          read[name].push(performance.now() - page);
        }
      }
    });
    const said = `the same with ${count.toLocaleString('en')}, times that`;
    const [fewLive, manyLive] = [quantile(live.few, 0.5), quantile(live.many, 0.5)];
    const [fewRead, manyRead] = [quantile(read.few, 0.5), quantile(read.many, 0.5)];
    return [
      told('comment under an article with few, stored to live, p50', 'ms', fewLive),
      atMost(said, 'times', manyLive / fewLive, asMuch),
      told("an article's page with few comments, p50", 'ms', fewRead),
      atMost(said, 'times', manyRead / fewRead, asMuch),
    ];
  } finally {
    client.close();
    await builder.stop();
  }
}

/** Posts a comment. @returns Milliseconds from its acknowledgement until readers have it on the article's page. */
async function publish(scene: CommentScene, client: Client, article: Article, publicDir: string): Promise<number> {
  const { shot } = comments(scene, [article]).next().value;
  const { status, body } = await client.send(shot);
  if (status !== 201) throw new Error(`A comment was answered with ${status}: ${body}`);
  const stored = performance.now();
  const { id } = JSON.parse(body) as { id: string };
  const page = path.join(publicDir, routes.article(article.slug), 'index.html');
  await until(async () => (await readFile(page, 'utf8')).includes(`comment-${id}`), scene.signal);
  return performance.now() - stored;
}
