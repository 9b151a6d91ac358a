import { randomUUID } from 'node:crypto';
import { beforeAll, beforeEach, describe, expect, test, vi } from 'vitest';
import { publishRecommendations } from '../../cms/src/readers/publish-recommendations.ts';
import { ownComment, threadPage, type PublishedComment } from '../../shared/src/comment.ts';
import { readerExport } from '../../shared/src/reader-export.ts';
import { query } from '../support/database.ts';
import { publicURL, startReaderApi } from './reader-client.ts';

let api: Awaited<ReturnType<typeof startReaderApi>>;
let writer: Awaited<ReturnType<typeof api.reader>>;
beforeAll(async () => {
  api = await startReaderApi();
  writer = await api.reader('Njeri Kamau');
});
beforeEach(() => api.forgetLimits());

type Reader = Awaited<ReturnType<typeof api.reader>>;

/** A comment that is public, under an article of its own unless `article` names one. */
async function comment(by: Reader = writer, article?: string) {
  const under = article ?? (await api.publish()).id;
  const input = { article: under, body: `The ferry runs again, ${randomUUID()}.`, key: randomUUID() };
  const { id } = ownComment.parse(await (await by.json('/api/reader/comments', input)).json());
  await api.payload.update({ collection: 'comments', id, data: { status: 'published' } });
  return { id, article: under };
}

const recommend = (reader: Pick<Reader, 'json'>, id: string, recommended = true) =>
  reader.json('/api/reader/comments/recommend', { comment: id, recommended });
const numberAt = async (answer: Response) => ((await answer.json()) as { recommendations: number }).recommendations;
const outboxOf = (id: string) =>
  query<{ data: PublishedComment }>(api.database, 'select data from outbox where document = $1 order by seq', [id]);
/** What the worker does, as if a minute had passed. */
async function minuteLater() {
  await query(api.database, `update comments set recount_at = recount_at - interval '1 minute'`);
  await publishRecommendations(api.payload);
}

describe('a recommendation', () => {
  test('is one for each reader, however often it is sent, and is taken back', async () => {
    const [one, other] = [await api.reader(), await api.reader()];
    const { id, article } = await comment();
    expect(await numberAt(await recommend(one, id))).toBe(1);
    const atOnce = await Promise.all([recommend(one, id), recommend(one, id), recommend(other, id)]);
    expect(Math.max(...(await Promise.all(atOnce.map(numberAt))))).toBe(2);
    const seen = threadPage.parse(await (await one.call(`/api/reader/comments?article=${article}`)).json());
    expect(seen.recommended).toEqual([id]);
    expect(seen.comments[0]).toMatchObject({ id, recommendations: 2 });
    expect(await numberAt(await recommend(one, id, false))).toBe(1);
    expect(await numberAt(await recommend(one, id, false))).toBe(1);
  });

  test('is never for one’s own comment, for one that is not public, or by nobody', async () => {
    const { id } = await comment();
    const own = await recommend(writer, id);
    expect([own.status, (await own.json()) as object]).toMatchObject([422, { detail: 'This comment is your own.' }]);
    expect((await recommend(api.visitor(), id)).status).toBe(401);
    await api.payload.update({ collection: 'comments', id, data: { status: 'removed' } });
    expect((await recommend(await api.reader(), id)).status).toBe(404);
    expect((await recommend(await api.reader(), randomUUID())).status).toBe(404);
  });

  test('puts a wrong number right', async () => {
    const { id } = await comment();
    await query(api.database, 'update comments set recommendations = -1 where id = $1', [id]);
    expect(await numberAt(await recommend(await api.reader(), id))).toBe(1);
  });

  test('of who goes puts a wrong number right', async () => {
    const [reader, other] = [await api.reader(), await api.reader()];
    const { id } = await comment();
    await recommend(reader, id);
    await recommend(other, id);
    await query(api.database, 'update comments set recommendations = 0 where id = $1', [id]);
    await api.payload.delete({ collection: 'readers', where: { email: { equals: reader.email } } });
    await minuteLater();
    expect((await outboxOf(id)).at(-1)?.data.recommendations).toBe(1);
  });

  test('has a limit', async () => {
    const reader = await api.reader();
    const { id } = await comment();
    await recommend(reader, id);
    await query(api.database, `update rate_limits set points = 1000 where key like 'recommend-reader%'`);
    const answer = await recommend(reader, id, false);
    expect(answer.status).toBe(429);
    expect(Number(answer.headers.get('retry-after'))).toBeGreaterThan(0);
  });

  test('works with a form alone', async () => {
    const reader = await api.reader();
    const { id } = await comment();
    const page = async () => (await reader.call(`/api/reader/comments/recommend?comment=${id}`)).text();
    expect(await page()).toContain('Recommend it');
    const sent = await reader.form('/api/reader/comments/recommend', { comment: id, recommended: 'true' });
    expect([sent.status, sent.headers.get('location')]).toEqual([
      303,
      `${publicURL}/api/reader/comments/at?comment=${id}`,
    ]);
    expect(await page()).toContain('Take it back');
    const nobody = await api.visitor().call(`/api/reader/comments/recommend?comment=${id}`);
    expect(nobody.headers.get('location')).toContain('/login?returnTo=');
  });

  test('is said to the site once a minute, however many there are', async () => {
    const { id } = await comment();
    const before = (await outboxOf(id)).length;
    for (const reader of await Promise.all([1, 2, 3].map(() => api.reader()))) await recommend(reader, id);
    await publishRecommendations(api.payload);
    expect(await outboxOf(id), 'not before a minute has passed').toHaveLength(before);
    await minuteLater();
    const rows = await outboxOf(id);
    expect(rows).toHaveLength(before + 1);
    expect(rows.at(-1)?.data.recommendations).toBe(3);
    await minuteLater();
    expect(await outboxOf(id)).toHaveLength(before + 1);
  });

  test('is in the export of its reader, and goes with their account', async () => {
    const [reader, other] = [await api.reader(), await api.reader()];
    const { id } = await comment();
    await recommend(other, id);
    await recommend(reader, id);
    const exported = readerExport.parse(await (await reader.call('/api/reader/account/export')).json());
    expect(exported.recommendations).toMatchObject([{ comment: id }]);
    await api.payload.delete({ collection: 'readers', where: { email: { equals: reader.email } } });
    await minuteLater();
    expect((await outboxOf(id)).at(-1)?.data.recommendations).toBe(1);
  });
});

describe('a mark', () => {
  const mark = (id: string, data: object) =>
    api.payload.update({ collection: 'comments', id, data: data as never, depth: 0 });
  const published = async (id: string) => (await outboxOf(id)).at(-1)?.data;
  const logOf = (id: string) =>
    query<{ act: string }>(
      api.database,
      "select act from moderation_log where comment = $1 and act <> 'decide' order by id",
      [id],
    );

  test('of a pinned comment is one in each thread, and everything of it is logged', async () => {
    const first = await comment();
    const second = await comment(writer, first.article);
    await mark(first.id, { pinned: true });
    expect(await published(first.id)).toMatchObject({ pinned: true });
    await mark(second.id, { pinned: true, pick: true });
    expect(await published(second.id)).toMatchObject({ pinned: true, pick: true });
    expect(await published(first.id)).toMatchObject({ pinned: false });
    expect((await logOf(first.id)).map(({ act }) => act)).toEqual(['pin', 'unpin']);
    expect((await logOf(second.id)).map(({ act }) => act)).toEqual(['pin', 'pick']);
    await mark(second.id, { status: 'removed' });
    expect(await published(second.id)).toMatchObject({ removed: true, pinned: false, pick: false });
  });

  test('is not for what nobody sees, nor is a reply pinned', async () => {
    const { id, article } = await comment();
    const input = { article, parent: id, body: `Since when, ${randomUUID()}?`, key: randomUUID() };
    const reply = ownComment.parse(await (await writer.json('/api/reader/comments', input)).json());
    await mark(reply.id, { status: 'published', pinned: true, pick: true });
    expect(await published(reply.id)).toMatchObject({ pinned: false, pick: true });
  });

  test('of staff and of one of our people is the desk’s alone to give, and stands under all that a reader wrote', async () => {
    const reader = await api.reader();
    const before = await comment(reader);
    const [{ id } = { id: '' }] = await query<{ id: string }>(api.database, 'select id from readers where email = $1', [
      reader.email,
    ]);
    const person = await api.payload.create({
      collection: 'people',
      data: { name: 'Amina Testero', _status: 'published' },
      depth: 0,
    });
    await reader.json('/api/reader/account/name', { name: 'Staff of the newsroom', staff: true, person: person.id });
    expect(await published(before.id)).toMatchObject({ staff: false, person: null });
    await api.payload.update({
      collection: 'readers',
      id,
      data: { staff: true, person: person.id } as never,
      depth: 0,
    });
    expect(await published(before.id)).toMatchObject({ staff: true, person: person.id });
    const after = await comment(reader);
    expect(await published(after.id)).toMatchObject({ staff: true, person: person.id });
    await api.payload.update({ collection: 'readers', id, data: { staff: false, person: null } as never, depth: 0 });
    expect(await published(after.id)).toMatchObject({ staff: false, person: null });
    const log = await query<{ act: string }>(api.database, `select act from moderation_log where act = 'badge'`);
    expect(log).toHaveLength(2);
  });
});

describe('a thread in an order', () => {
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

  test('has every conversation once, whatever the order', async () => {
    const { id } = await api.publish();
    await fill(id, 1, 50);
    expect(await whole(id, 'oldest')).toEqual(upTo(50));
    expect(await whole(id, 'newest')).toEqual(upTo(50).toReversed());
    const best = upTo(50).toSorted((a, b) => (b % 3) - (a % 3) || b - a);
    expect(await whole(id, 'recommended')).toEqual(best);
  });

  test('has pages that follow each other, whatever was taken away before anybody saw it', async () => {
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

  test('has the first replies with what they answer, and says where there are more', async () => {
    const { id } = await api.publish();
    await fill(id, 1_001, 2);
    const root = '00000000-0000-7000-8000-0000000003e9';
    await fill(id, 2_001, 53, root);
    const { comments, more } = await read(id, 'oldest');
    expect(more).toEqual([root]);
    expect(comments.filter((comment) => comment.root === root)).toHaveLength(50);
  });

  test('shows each comment as the page of its thread does, marks and all', async () => {
    const { id } = await api.publish();
    const first = await comment(writer, id);
    await comment(await api.reader(), id);
    const marks = { pick: true, pinned: true, authorStaff: true, editedAt: new Date().toISOString() };
    await api.payload.update({ collection: 'comments', id: first.id, data: marks });
    await recommend(await api.reader(), first.id);
    const byId = (comments: readonly PublishedComment[]) => comments.toSorted((a, b) => a.id.localeCompare(b.id));
    const asked = await api.visitor().call(`/api/reader/comments?article=${id}`);
    const page = byId(threadPage.parse(await asked.json()).comments);
    expect(page.find((each) => each.id === first.id)).toMatchObject({ pick: true, edited: marks.editedAt });
    for (const order of ['newest', 'oldest', 'recommended'])
      expect(byId((await read(id, order)).comments)).toEqual(page);
  });

  test('refuses a place of another order', async () => {
    const { id } = await api.publish();
    await fill(id, 3_001, 25);
    const { next } = await read(id, 'recommended');
    const answer = await api.visitor().call(`/api/reader/comments?article=${id}&order=oldest&before=${next}`);
    expect(answer.status).toBe(422);
    expect((await api.visitor().call(`/api/reader/comments?article=${id}&order=best`)).status).toBe(422);
  });

  test('is read by index, however long it is', async () => {
    const { id } = await api.publish();
    await fill(id, 10_001, 20_000);
    await query(api.database, 'analyze comments');
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
      const scanned = /Index Scan[^\n]*actual rows=(\d+)/.exec(plan)?.[1];
      expect(Number(scanned), plan).toBeLessThan(100);
      expect(Number(/Rows Removed by Filter: (\d+)/.exec(plan)?.[1] ?? 0), plan).toBeLessThan(100);
    }
    asked.mockRestore();
  });
});
