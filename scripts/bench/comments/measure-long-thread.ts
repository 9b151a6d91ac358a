import { randomUUID } from 'node:crypto';
import { readFile, stat } from 'node:fs/promises';
import path from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import type { Shape } from '@dateline/shared/feed';
import { routes } from '@dateline/shared/routes';
import { threadPageSize } from '@dateline/shared/thread-pages';
import pg from 'pg';
import { buildSite } from '../../build.ts';
import { step } from '../../progress.ts';
import { atMost, quantile, told, type Figure } from '../figures.ts';
import { publish } from '../newsroom/publish.ts';
import { startReady } from '../started.ts';
import { openClient, type Client } from './load.ts';
import type { CommentScene } from './scene.ts';
import { comments } from './works.ts';

const rounds = 20;
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

/** Waits for something in the site's files. */
async function until(isSo: () => Promise<boolean>, signal: AbortSignal): Promise<void> {
  const deadline = performance.now() + 180_000;
  while (!(await isSo().catch(() => false))) {
    signal.throwIfAborted();
    if (performance.now() > deadline) throw new Error('The site did not come to what was published.');
    await wait(1);
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
    await database.query(thread, [short.id, few]);
    await database.query(thread, [long.id, count]);
  });
  const builder = await startBuilder(scene);
  try {
    const last = fileOf(scene, routes.comments(long.id, Math.floor(count / threadPageSize) - 1));
    await step('Building its pages', () => until(async () => (await stat(last)).isFile(), scene.signal));
    const costs = { short: noCosts(), long: noCosts() };
    await step('Posting and publishing', async () => {
      // The first of each are for warming up.
      for (let round = -2; round < rounds; round++)
        for (const name of ['short', 'long'] as const) {
          const article = scene.articles[name];
          const comment = await postComment(scene, client, article);
          const publish = await publishAnew(scene, database, article);
          const began = performance.now();
          await client.send({ method: 'GET', path: routes.article(article.slug), headers: {} });
          if (round < 0) continue;
          costs[name].comment.push(comment);
          costs[name].publish.push(publish);
          costs[name].read.push(performance.now() - began);
        }
    });
    return figuresOf(costs, count);
  } finally {
    client.close();
    await database.end();
    await builder.stop();
  }
}

const noCosts = (): Costs => ({ comment: [], publish: [], read: [] });

function figuresOf(costs: { short: Costs; long: Costs }, count: number): Figure[] {
  const said = `the same with ${count.toLocaleString('en')}, times that`;
  const beside = (name: string, cost: keyof Costs) => {
    const [short, long] = [quantile(costs.short[cost], 0.5), quantile(costs.long[cost], 0.5)];
    return [told(`${name}, p50`, 'ms', short), atMost(said, 'times', long / short, asMuch)];
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

const untilPageHas = ({ slug }: Article, words: string, scene: CommentScene) =>
  until(async () => (await readFile(fileOf(scene, routes.article(slug)), 'utf8')).includes(words), scene.signal);

/** @returns Milliseconds from the comment's acknowledgement until readers have it on the article's page. */
async function postComment(scene: CommentScene, client: Client, article: Article): Promise<number> {
  const { shot } = comments(scene, [article]).next().value;
  const { status, body } = await client.send(shot);
  if (status !== 201) throw new Error(`A comment was answered with ${status}: ${body}`);
  const stored = performance.now();
  const { id } = JSON.parse(body) as { id: string };
  await untilPageHas(article, `comment-${id}`, scene);
  return performance.now() - stored;
}

/** Publishes the article with another standfirst. @returns Milliseconds from the commit until readers have it. */
async function publishAnew(scene: CommentScene, database: pg.Client, article: Article): Promise<number> {
  const { rows } = await database.query<{ data: Shape<'article'> }>(latest, [article.id]);
  const standfirst = `Changed: ${randomUUID()}`;
  const { at } = await publish(database, { kind: 'article', data: { ...rows[0]!.data, standfirst } });
  await untilPageHas(article, standfirst, scene);
  return performance.now() - at;
}
