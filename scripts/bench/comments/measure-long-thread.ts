import { randomUUID } from 'node:crypto';
import path from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import type { Shape } from '@dateline/shared/feed';
import { routes } from '@dateline/shared/routes';
import { threadPageSize } from '@dateline/shared/thread-pages';
import pg from 'pg';
import { buildSite } from '../../build.ts';
import { step } from '../../progress.ts';
import { awaitFile } from '../await-file.ts';
import { atMost, quantile, told, type Figure } from '../figures.ts';
import { publish } from '../newsroom/publish.ts';
import { startReady } from '../started.ts';
import { openClient, type Client } from './load.ts';
import type { CommentScene } from './scene.ts';
import { comments } from './works.ts';

const rounds = 25;
/** The builder has only just begun: what it does often is compiled by then. */
const warmUp = 5;
/**
 * What a publish leaves for the builder to do is done by then, and no page is rendered more than four times a second: it would
 * have to wait its turn, as one of a hot thread does.
 */
const restMs = 270;
const patienceMs = 180_000;
/** How much more a comment, a publish or a page may take where the thread is long. */
const asMuch = 1.3;
/** How many comments the short thread has. */
const few = 10;

type Article = CommentScene['articles']['long'];

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
    'at', instant, 'written', instant, 'edited', null, 'removed', false, 'waiting', false,
    'recommendations', 0, 'pinned', false, 'pick', false, 'staff', false, 'person', null)
  from given, lateral (select to_char(at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') as instant) written
  order by number`;

/** What was last published of an article. */
const latest = `select data from outbox where kind = 'article' and document = $1 order by seq desc limit 1`;

/** Waits until a file of the site has these words. @returns When, of `performance.now()`. */
async function untilFileHas(file: string, words: string, { signal }: CommentScene, act?: () => Promise<unknown>) {
  const awaited = awaitFile(file, (text) => text.includes(words));
  const patience = new AbortController();
  const late = wait(patienceMs, undefined, { signal: AbortSignal.any([patience.signal, signal]) }).then(() => {
    throw new Error(`${file} never came to what was published.`);
  });
  late.catch(() => {});
  try {
    await act?.();
    return await Promise.race([awaited.seen, late]);
  } finally {
    patience.abort();
    awaited.close();
  }
}

/** Milliseconds that each of them took, one for each round. */
interface Costs {
  comment: number[];
  publish: number[];
  read: number[];
}

const startBuilder = async ({ env, server, publicURL }: CommentScene) =>
  await startReady('site/builder/main.ts', {
    env: {
      FEED_URL: `http://127.0.0.1:${server.feedPort}`,
      FEED_TOKEN: env.FEED_TOKEN,
      SITE_DIR: env.SITE_DIR,
      SITE_BUNDLE: await buildSite(),
      PUBLIC_URL: publicURL,
    },
    args: ['watch'],
  });

/**
 * What a comment, a publish of the story and a page cost where the thread is long, against one with few.
 * @param count How many comments the long one has.
 */
export async function measureLongThread(scene: CommentScene, count: number): Promise<Figure[]> {
  const { short, long } = scene.articles;
  const client = openClient(scene.port, 1);
  const database = new pg.Client({ connectionString: scene.databaseURL });
  await database.connect();
  await step('Writing a long thread', async () => {
    for (const { id } of short) await database.query(thread, [id, few]);
    await database.query(thread, [long.id, count]);
  });
  const builder = await startBuilder(scene);
  try {
    const last = fileOf(scene, routes.comments(long.id, Math.floor(count / threadPageSize) - 1));
    await step('Building its pages', () => untilFileHas(last, '</html>', scene));
    const costs = { short: noCosts(), long: noCosts() };
    await step('Posting and publishing', async () => {
      for (let round = -warmUp; round < rounds; round++) {
        const pair = [
          ['short', short[(round + warmUp) % short.length]!],
          ['long', long],
        ] as const;
        for (const [name, article] of round % 2 === 0 ? pair : pair.toReversed()) {
          const cost = await measureOnce(scene, client, database, article);
          if (round < 0) continue;
          for (const what of ['comment', 'publish', 'read'] as const) costs[name][what].push(...cost[what]);
        }
      }
    });
    return figuresOf(costs, count);
  } finally {
    client.close();
    await database.end();
    await builder.stop();
  }
}

/** What comments, publishes and the page of an article take, each once all is calm. */
async function measureOnce(scene: CommentScene, client: Client, database: pg.Client, article: Article): Promise<Costs> {
  const { comment, publish, read } = noCosts();
  for (let number = 0; number < 2; number++) {
    await wait(restMs);
    comment.push(await postComment(scene, client, article));
    await wait(restMs);
    publish.push(await publishAnew(scene, database, article));
  }
  await wait(restMs);
  for (let number = 0; number < 5; number++) {
    const began = performance.now();
    // As browsers ask.
    const headers = { 'accept-encoding': 'gzip, deflate, br' };
    await client.send({ method: 'GET', path: routes.article(article.slug), headers });
    read.push(performance.now() - began);
  }
  return { comment, publish, read };
}

const noCosts = (): Costs => ({ comment: [], publish: [], read: [] });

function figuresOf(costs: { short: Costs; long: Costs }, count: number): Figure[] {
  const many = count.toLocaleString('en');
  const beside = (name: string, cost: keyof Costs) => {
    const [short, long] = [quantile(costs.short[cost], 0.5), quantile(costs.long[cost], 0.5)];
    return [
      told(`${name}, p50`, 'ms', short),
      told(`the same with ${many}, p50`, 'ms', long),
      atMost(`the same with ${many}, times that`, 'times', long / short, asMuch),
    ];
  };
  return [
    ...beside('comment under an article with few, stored to live', 'comment'),
    ...beside('publish of an article with few comments, commit to live', 'publish'),
    ...beside("an article's page with few comments", 'read'),
  ];
}

/** The file of a page of the site. */
const fileOf = ({ env }: CommentScene, page: string) =>
  path.join(env.SITE_DIR, 'current', 'public', page, 'index.html');

/** @returns Milliseconds from the comment's acknowledgement until readers have it on the article's page. */
async function postComment(scene: CommentScene, client: Client, article: Article): Promise<number> {
  const { shot } = comments(scene, [article]).next().value;
  const { body: words } = JSON.parse(shot.body ?? '') as { body: string };
  let stored = 0;
  const live = await untilFileHas(fileOf(scene, routes.article(article.slug)), words, scene, async () => {
    const { status, body } = await client.send(shot);
    stored = performance.now();
    if (status !== 201) throw new Error(`A comment was answered with ${status}: ${body}`);
  });
  return live - stored;
}

/** Publishes the article with another standfirst. @returns Milliseconds from the commit until readers have it. */
async function publishAnew(scene: CommentScene, database: pg.Client, article: Article): Promise<number> {
  const { rows } = await database.query<{ data: Shape<'article'> }>(latest, [article.id]);
  const standfirst = `Changed: ${randomUUID()}`;
  let committed = 0;
  const live = await untilFileHas(fileOf(scene, routes.article(article.slug)), standfirst, scene, async () => {
    ({ at: committed } = await publish(database, { kind: 'article', data: { ...rows[0]!.data, standfirst } }));
  });
  return live - committed;
}
