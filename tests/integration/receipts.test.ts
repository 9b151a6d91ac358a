import { randomUUID } from 'node:crypto';
import { beforeAll, expect, test } from 'vitest';
import { connect, query } from '../support/database.ts';
import { openDesk, type Desk } from './desk.ts';
import { openFeedOf } from './feed-desk.ts';

let desk: Desk;
let feed: Awaited<ReturnType<typeof openFeedOf>>;
beforeAll(async () => {
  desk = await openDesk();
  feed = await openFeedOf(desk);
});

const publish = async (more: object = {}) => {
  const { id, slug } = await desk.create('articles', desk.story({ _status: 'published', ...more }));
  return { id, path: `/articles/${String(slug)}/` };
};
const publication = async (id: string) => (await desk.as('editor', 'GET', `/newsroom/publications/${id}`)).body;
const rowOf = async (id: string) => {
  const rows = await query<{ release: string; position: string | null; is_resident: boolean; last_seen: Date }>(
    desk.database,
    'select release, position, is_resident, last_seen from builders where id = $1',
    [id],
  );
  return rows[0];
};

test('what is live with the first build of the site says no time: that is no measure of a publish', async () => {
  const { id } = await publish();
  const builder = feed.builder(randomUUID());
  const { cursor } = await builder.read();
  await builder.tell(cursor, { written: 157 });
  expect(await publication(id)).toMatchObject({ state: 'live', milliseconds: null, pages: null });
});

test('a receipt tells the desk that an article is live, and what failed', async () => {
  const { id, path } = await publish();
  const builder = feed.builder(randomUUID());
  const { cursor } = await builder.read();
  expect(await publication(id)).toMatchObject({ state: 'waiting', op: 'put' });
  await builder.tell(cursor, { written: 3, removed: 1 });
  expect(await publication(id)).toMatchObject({ state: 'live', pages: 4 });
  await builder.tell(cursor, { failed: [{ path, cause: 'It would not render.' }] });
  expect(await publication(id)).toMatchObject({ state: 'failed', cause: 'It would not render.' });
  await builder.tell(cursor, { paths: [path] });
  expect(await publication(id)).toMatchObject({ state: 'live' });
});

test('while bulk work is pending, an article is live once its own page is, and not before', async () => {
  const { id, path } = await publish();
  const builder = feed.builder(randomUUID());
  const { cursor } = await builder.read();
  await builder.tell(cursor, { paths: ['/people/a/'], pending: 900 });
  expect(await publication(id)).toMatchObject({ state: 'waiting', pending: 900 });
  await builder.tell(cursor, { paths: [path], pending: 800 });
  expect(await publication(id)).toMatchObject({ state: 'live', pending: 800 });
  await builder.tell(cursor);
  expect(await publication(id)).toMatchObject({ state: 'live', pending: 0 });
});

test('a builder is seen when it asks, how it asks, and when it tells of its work', async () => {
  const id = randomUUID();
  const builder = feed.builder(id, 'first');
  const { cursor } = await builder.read();
  expect(await rowOf(id)).toMatchObject({ release: 'first', position: null, is_resident: false });
  const { id: article } = await publish();
  await feed.builder(id, 'second').read(cursor, 20);
  expect(await rowOf(id)).toMatchObject({ release: 'second', is_resident: true });
  await builder.tell(cursor);
  expect(await rowOf(id)).toMatchObject({ position: cursor.split(':')[0], is_resident: true });
  expect(await publication(article)).toMatchObject({ state: 'waiting', builders: { residentAgo: expect.any(Number) } });
});

test('one that asks without end is written down once', async () => {
  const id = randomUUID();
  const builder = feed.builder(id);
  await builder.read();
  const first = await rowOf(id);
  for (let round = 0; round < 5; round++) await builder.read();
  expect(await rowOf(id)).toEqual(first);
});

test('a builder that is away is told with how long it has been', async () => {
  const { id } = await publish();
  await query(desk.database, `update builders set last_seen = now() - interval '10 minutes'`);
  const { builders } = (await publication(id)) as unknown as { builders: { residentAgo: number } };
  expect(builders.residentAgo).toBeGreaterThanOrEqual(600_000);
  expect(builders.residentAgo).toBeLessThan(660_000);
  await query(desk.database, 'delete from builders');
  expect(await publication(id)).toMatchObject({ builders: { residentAgo: null } });
});

test('each batch remembers what it brought, by headline and name, stories first', async () => {
  const builder = feed.builder(randomUUID());
  const start = await builder.read();
  await builder.tell(start.cursor);
  const { id: kept } = await publish({ headline: 'The first headline' });
  const { id: gone } = await publish({ headline: 'A story that goes' });
  const comment = { article: kept, authorName: 'Akinyi', body: 'Private thoughts.', status: 'published', key: 'k' };
  await desk.create('comments', comment);
  await desk.create('people', { name: 'Somebody New', _status: 'published' });
  await desk.update('articles', kept, { headline: 'The second headline', _status: 'published' });
  await desk.update('articles', gone, { _status: 'draft' });
  const { cursor } = await builder.read(start.cursor);
  await builder.tell(cursor, { pending: 5 });
  await builder.tell(cursor);
  const rows = await query<{ changed: number | null; changes: { op: string; kind: string; title: string }[] }>(
    desk.database,
    'select changed, changes from receipts order by id desc limit 3',
  );
  expect(rows.map(({ changed }) => changed)).toEqual([0, 4, null]);
  expect(rows[1]?.changes.map(({ op, kind, title }) => `${op} ${kind}: ${title}`)).toEqual([
    'remove article: A story that goes',
    'put article: The second headline',
    'put person: Somebody New',
    'put comment: The second headline',
  ]);
  expect(rows[1]?.changes.at(-1)).toMatchObject({ document: kept });
  expect(JSON.stringify(rows)).not.toContain('Private thoughts');
});

test('an article that commits late is live only with a receipt behind it', async () => {
  const slow = await connect(desk.database);
  const id = randomUUID();
  await slow.query('begin');
  await slow.query(
    `insert into outbox (op, kind, document, slug, former_slugs) values ('remove', 'article', $1, 'late', '[]')`,
    [id],
  );
  const builder = feed.builder(randomUUID());
  const early = await builder.read();
  await slow.query('commit');
  await builder.tell(early.cursor);
  const { cursor } = await builder.read(early.cursor);
  expect(cursor).not.toBe(early.cursor);
  const [row] = await query<{ behind: boolean }>(
    desk.database,
    'select position > (select max(position) from receipts) as behind from outbox where document = $1',
    [id],
  );
  expect(row?.behind).toBe(true);
});
