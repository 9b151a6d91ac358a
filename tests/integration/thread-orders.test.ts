import { randomUUID } from 'node:crypto';
import { beforeEach, expect, test, vi } from 'vitest';
import { threadPage, type PublishedComment } from '../../shared/src/comment.ts';
import { query } from '../support/database.ts';
import { startReaderApi } from './reader-client.ts';
import { comment } from './reader-data.ts';

const api = await startReaderApi();
beforeEach(() => api.forgetLimits());

const read = async (article: string, order: string, before?: string) => {
  const asked = `/api/reader/comments?article=${article}&order=${order}${before ? `&before=${encodeURIComponent(before)}` : ''}`;
  return threadPage.parse(await (await api.visitor().call(asked)).json());
};
/** All of it, page by page, as numbers. */
const whole = async (article: string, order: string) => {
  const numbers: number[] = [];
  let before: string | null | undefined;
  do {
    const { comments, next } = await read(article, order, before ?? undefined);
    numbers.push(...comments.map(({ id }) => Number.parseInt(id.slice(-12), 16)));
    before = next;
  } while (before);
  return numbers;
};
/** Comments of the first level, a minute apart; of two in three nobody knows which is the better. */
const fill = (article: string, first: number, comments: number, root: string | null = null) =>
  query(
    api.database,
    `insert into comments (id, article_id, root_id, parent_id, author_name, body, status, published_at, recommendations)
     select ('00000000-0000-7000-8000-' || lpad(to_hex(n), 12, '0'))::uuid, $1, $4, $4, 'Somebody', 'Said', 'published',
       '2026-01-01'::timestamptz + n * interval '1 minute', n % 3
     from generate_series($2::int, $2::int + $3::int - 1) n`,
    [article, first, comments, root],
  );
const upTo = (last: number) => Array.from({ length: last }, (_, at) => at + 1);

test('a thread in an order has every conversation once, whatever the order', async () => {
  const { id } = await api.publish();
  await fill(id, 1, 50);
  expect(await whole(id, 'oldest')).toEqual(upTo(50));
  expect(await whole(id, 'newest')).toEqual(upTo(50).toReversed());
  const best = upTo(50).toSorted((a, b) => (b % 3) - (a % 3) || b - a);
  expect(await whole(id, 'recommended')).toEqual(best);
});

test('a thread in an order has pages that follow each other, whatever was taken away before anybody saw it', async () => {
  const { id } = await api.publish();
  await fill(id, 4_001, 21);
  const held = '00000000-0000-7000-8000-000000000fb4';
  await query(api.database, `update comments set status = 'removed', published_at = null where id = $1`, [held]);
  await query(
    api.database,
    `insert into comments (id, article_id, author_name, body, status) values ($1, $2, 'Somebody', '', 'removed')`,
    [randomUUID(), id],
  );
  await fill(id, 4_022, 20);
  for (const order of ['newest', 'oldest', 'recommended'])
    expect(new Set(await whole(id, order)), order).toEqual(
      new Set(Array.from({ length: 41 }, (_, at) => at + 4_001).filter((number) => number !== 0xfb4)),
    );
});

test('what is not shown leads no order by recommendations, and is in it only under what is shown', async () => {
  const { id } = await api.publish();
  const number = (n: number) => `00000000-0000-7000-8000-${n.toString(16).padStart(12, '0')}`;
  await fill(id, 5_001, 45);
  await query(api.database, `update comments set recommendations = 9 where article_id = $1 and id = any($2)`, [
    id,
    [5_001, 5_002, 5_003, 5_030].map(number),
  ]);
  await fill(id, 6_001, 1, number(5_002));
  await fill(id, 6_002, 1, number(5_003));
  await fill(id, 6_003, 1, number(5_030));
  const status = (n: number, is: string) =>
    query(api.database, 'update comments set status = $2 where id = $1', [number(n), is]);
  for (const n of [5_001, 5_002, 6_002, 5_003]) await status(n, 'removed');
  await status(5_030, 'held');
  const conversations = (await whole(id, 'recommended')).filter((n) => n < 6_000);
  const shown = Array.from({ length: 45 }, (_, at) => 5_001 + at).filter((n) => ![5_001, 5_003].includes(n));
  const counted = (n: number) => ([5_002, 5_030].includes(n) ? 0 : n % 3);
  expect(conversations).toEqual(shown.toSorted((a, b) => counted(b) - counted(a) || b - a));
  expect((await whole(id, 'oldest')).filter((n) => n < 6_000)).toHaveLength(45);
});

test('a thread in an order has the first replies with what they answer, and says where there are more', async () => {
  const { id } = await api.publish();
  await fill(id, 1_001, 2);
  const root = '00000000-0000-7000-8000-0000000003e9';
  await fill(id, 2_001, 53, root);
  const { comments, more } = await read(id, 'oldest');
  expect(more).toEqual([root]);
  expect(comments.filter((comment) => comment.root === root)).toHaveLength(50);
});

test('a thread in an order shows each comment as the page of its thread does, marks and all', async () => {
  const { id } = await api.publish();
  const first = await comment(api, await api.reader(), id, 'The ferry runs again.', 'published');
  await comment(api, await api.reader(), id, 'It does.', 'published');
  const marks = { pick: true, pinned: true, authorStaff: true, editedAt: new Date().toISOString() };
  await api.payload.update({ collection: 'comments', id: first, data: marks });
  const reader = await api.reader();
  await reader.json('/api/reader/comments/recommend', { comment: first, recommended: true });
  const byId = (comments: readonly PublishedComment[]) => comments.toSorted((a, b) => a.id.localeCompare(b.id));
  const asked = await api.visitor().call(`/api/reader/comments?article=${id}`);
  const page = byId(threadPage.parse(await asked.json()).comments);
  expect(page.find((each) => each.id === first)).toMatchObject({ pick: true, edited: marks.editedAt });
  for (const order of ['newest', 'oldest', 'recommended']) expect(byId((await read(id, order)).comments)).toEqual(page);
});

test('a thread in an order refuses a place of another order', async () => {
  const { id } = await api.publish();
  await fill(id, 3_001, 25);
  const { next } = await read(id, 'recommended');
  const answer = await api.visitor().call(`/api/reader/comments?article=${id}&order=oldest&before=${next}`);
  expect(answer.status).toBe(422);
  expect((await api.visitor().call(`/api/reader/comments?article=${id}&order=best`)).status).toBe(422);
});

test('a thread in an order is read by index, however long it is', async () => {
  const { id } = await api.publish();
  await fill(id, 10_001, 20_000);
  await query(api.database, `update comments set status = 'removed' where article_id = $1 and id::text like '%00'`, [
    id,
  ]);
  await query(api.database, 'vacuum analyze comments');
  const { pool } = api.payload.db;
  const asked = vi.spyOn(pool, 'query');
  const middle = `1~${new Date(Date.UTC(2026, 0, 8)).toISOString()}~${randomUUID()}`;
  for (const [order, before] of [['newest'], ['oldest'], ['recommended'], ['recommended', middle]] as const) {
    asked.mockClear();
    await read(id, order, before);
    const [text, values] = asked.mock.calls.find(([sql]) => String(sql).includes('root_id is null')) as unknown as [
      string,
      unknown[],
    ];
    const { rows } = await pool.query<Record<string, string>>(`explain (analyze, timing off) ${text}`, values);
    const plan = rows.map((row) => row['QUERY PLAN']).join('\n');
    const counts = [...plan.matchAll(/ Scan [^\n]*actual rows=(\d+)|Rows Removed by [^:]*: (\d+)/g)];
    expect(counts.length, plan).toBeGreaterThan(0);
    for (const [, scanned, removed] of counts) expect(Number(scanned ?? removed), plan).toBeLessThan(100);
  }
  asked.mockRestore();
});
