import fc from 'fast-check';
import { randomUUID } from 'node:crypto';
import path from 'node:path';
import pg from 'pg';
import { beforeAll, describe, expect, test } from 'vitest';
import { createFeedServer } from '../../cms/src/feed/feed-server.ts';
import { documentCache } from '../../site/snapshot/answers.ts';
import { cursorOf } from '../../site/snapshot/apply.ts';
import { openSnapshot, type Snapshot } from '../../site/snapshot/open.ts';
import { directoryTarget } from '../../site/builder/directory-target.ts';
import { feedClient, FeedProblem } from '../../site/builder/feed-client.ts';
import { pull, pullToHead, type Intake } from '../../site/builder/sync.ts';
import { databaseURL } from '../../scripts/postgres.ts';
import { atEnd } from '../support/at-end.ts';
import { cuttingProxy, type CuttingProxy } from '../support/cutting-proxy.ts';
import { freshDatabase, openPool, query } from '../support/database.ts';
import { listen } from '../support/listen.ts';
import { freshDirectory } from '../support/newsroom.ts';
import { idOf, someArticle, somePerson, someSettings } from '../support/published-samples.ts';
import { settingsId } from '../../shared/src/settings.ts';

const token: string = randomUUID();
let database: string;
let feedURL: string;
let proxy: CuttingProxy;

/** The real feed of a database. */
async function serve(url: string): Promise<string> {
  const pool = openPool(url);
  const db = { pool, pg, poolOptions: { connectionString: url } };
  const server = createFeedServer({ getPayload: async () => ({ db }) as never, token });
  return await listen(server);
}

const put = (url: string, kind: string, id: string, data: object) =>
  query(url, `insert into outbox (op, kind, document, data) values ('put', $1, $2, $3)`, [
    kind,
    id,
    JSON.stringify(data),
  ]);
const remove = (url: string, kind: string, id: string, slug: string, successor: string | null = null) =>
  query(url, `insert into outbox (op, kind, document, slug, successor) values ('remove', $1, $2, $3, $4)`, [
    kind,
    id,
    slug,
    successor,
  ]);

beforeAll(async () => {
  database = await freshDatabase();
  await put(database, 'settings', settingsId, someSettings({ tagline: 'Ñandú, Ąžuolas, ንጉሥ' }));
  for (const number of [1, 2, 3]) await put(database, 'person', idOf(1, number), somePerson(number));
  for (let number = 1; number <= 30; number++) await put(database, 'article', idOf(5, number), someArticle(number));
  await remove(database, 'person', idOf(1, 3), 'person-3', idOf(1, 2));
  await remove(database, 'article', idOf(5, 30), 'article-30');
  feedURL = await serve(database);
  proxy = await cuttingProxy(feedURL);
  atEnd(() => proxy.close());
});

async function builder(url: string, given = token): Promise<Intake & { close: () => void }> {
  const directory = await freshDirectory();
  const snapshot = openSnapshot(path.join(directory, 'snapshot.sqlite'));
  const outlet = { publicDir: path.join(directory, 'public'), incoming: path.join(directory, 'incoming') };
  const target = directoryTarget(outlet, { precompress: false });
  const feed = feedClient(url, given, new AbortController().signal);
  return { feed, snapshot, target, cache: documentCache(), close: () => snapshot.close() };
}

/** All that pages can be made from. */
function contentOf({ all }: Snapshot) {
  const tables = [
    'documents',
    'articles',
    'months',
    'appearances',
    'comments',
    'places',
    'former',
    'gone',
    'merged',
    'media_files',
    'state',
  ];
  return Object.fromEntries(
    tables.map((table) => [
      table,
      all<object>(`select * from ${table}`)
        .map((row) => JSON.stringify(row))
        .sort(),
    ]),
  );
}

async function cleanContent(url: string) {
  const { snapshot, close, ...rest } = await builder(url);
  await pullToHead({ ...rest, snapshot });
  const content = contentOf(snapshot);
  close();
  return content;
}

/** Pulls until the feed was read to its head, whatever breaks off meanwhile. */
async function persist(intake: Intake, beforeEach: () => void): Promise<void> {
  for (let isDone = false; !isDone;) {
    beforeEach();
    try {
      isDone = (await pull(intake, 0)).isWhole;
    } catch (error) {
      if (!(error instanceof FeedProblem)) throw error;
    }
  }
}

test('a feed that is cut off at any bytes, again and again, ends in the snapshot of one that is not', async () => {
  const expected = await cleanContent(feedURL);
  const cut = fc.record({ bytes: fc.nat({ max: 30_000 }), gently: fc.boolean() });
  await fc.assert(
    fc.asyncProperty(fc.array(cut, { minLength: 1, maxLength: 8 }), async (cuts) => {
      const intake = await builder(proxy.url);
      const left = [...cuts];
      await persist(intake, () => {
        const next = left.shift();
        if (next) proxy.cutNext(next.bytes, next.gently);
      });
      expect(contentOf(intake.snapshot)).toEqual(expected);
      intake.close();
    }),
    { numRuns: 25 },
  );
});

test('what came whole before a cut is not asked for again', async () => {
  const intake = await builder(proxy.url);
  proxy.cutNext(6_000);
  const first = await pull(intake, 0);
  expect(first).toMatchObject({ isWhole: false });
  const second = await pull(intake, 0);
  expect(first.changes).toBeGreaterThan(3);
  expect(first.changes + second.changes).toBe(34);
  intake.close();
});

test('an answer that breaks off before its first line is a problem, not a feed that has nothing new', async () => {
  const intake = await builder(proxy.url);
  proxy.cutNext(20, true);
  await expect(pullToHead(intake)).rejects.toThrow('broke off');
  intake.close();
});

test('a wrong token is told with what to do', async () => {
  const intake = await builder(feedURL, 'another-token');
  await expect(pull(intake, 0)).rejects.toThrow(/refused the token. FEED_TOKEN must be the same/);
  intake.close();
});

describe('a feed of another history is read anew, and ends in the snapshot of a builder that began from nothing:', () => {
  async function copyOf(url: string): Promise<string> {
    const name = `test_${randomUUID().replaceAll('-', '')}`;
    const source = new URL(url).pathname.slice(1);
    const server = databaseURL(url, 'postgres');
    await query(
      server,
      `select pg_terminate_backend(pid) from pg_stat_activity where datname = $1 and pid <> pg_backend_pid()`,
      [source],
    );
    await query(server, `create database ${name} template ${source}`);
    atEnd(() => query(server, `drop database if exists ${name} with (force)`));
    return databaseURL(url, name);
  }

  test.each([
    [
      'restored from a backup, where other things stand at the same positions',
      async (lost: string, restored: string) => {
        await put(lost, 'person', idOf(1, 9), somePerson(9));
        await remove(lost, 'article', idOf(5, 2), 'article-2');
        await remove(lost, 'person', idOf(1, 2), 'person-2', idOf(1, 1));
        for (const number of [7, 8, 9])
          await put(restored, 'person', idOf(1, number), somePerson(number, { name: 'Restored' }));
        await remove(restored, 'article', idOf(5, 4), 'article-4');
      },
    ],
    [
      'restored from a backup that ends before',
      async (lost: string) => {
        await put(lost, 'person', idOf(1, 9), somePerson(9));
        await remove(lost, 'person', idOf(1, 2), 'person-2', idOf(1, 1));
      },
    ],
    [
      'another database altogether',
      async (_: string, restored: string) => {
        await query(restored, 'truncate outbox restart identity');
        await put(restored, 'settings', settingsId, someSettings());
        await put(restored, 'person', idOf(1, 3), somePerson(3, { formerSlugs: ['person-2'] }));
      },
    ],
  ])('%s', async (_, happen) => {
    const [lost, restored] = [await copyOf(database), await copyOf(database)];
    const [lostFeed, restoredFeed] = [await serve(lost), await serve(restored)];
    const here = await cuttingProxy(lostFeed);
    atEnd(() => here.close());
    const intake = await builder(here.url);
    await happen(lost, restored);
    await pullToHead(intake);
    const before = contentOf(intake.snapshot);
    const answer = await fetch(`${restoredFeed}/feed?after=${cursorOf(intake.snapshot)}`, {
      headers: { authorization: `Bearer ${token}` },
    });
    expect(answer.status).toBe(410);
    expect(answer.headers.get('content-type')).toBe('application/problem+json');
    expect(await answer.json()).toMatchObject({
      code: 'cursor-unknown',
      detail: expect.stringContaining('restored from a backup'),
    });

    here.pointAt(restoredFeed);
    // Cut off on its way: what was there stays until the rest is known.
    here.cutNext(0);
    await expect(pull(intake, 0)).rejects.toThrow(FeedProblem);
    expect(contentOf(intake.snapshot).documents).toEqual(before.documents);
    await pullToHead(intake);
    expect(contentOf(intake.snapshot)).toEqual(await cleanContent(restoredFeed));
    intake.close();
  });
});
