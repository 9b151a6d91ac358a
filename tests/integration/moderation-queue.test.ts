import { randomUUID } from 'node:crypto';
import { beforeAll, beforeEach, expect, test, vi } from 'vitest';
import type { Role } from '../../cms/src/access/roles.ts';
import { queueQuestion } from '../../cms/src/moderation/desk/queue-question.ts';
import { readQueue } from '../../cms/src/moderation/desk/read-queue.ts';
import type { CommentContext, Queue } from '../../cms/src/moderation/desk/shapes.ts';
import { query } from '../support/database.ts';
import { bodyOf, mention, openDesk, type Desk } from './desk.ts';

let desk: Desk;
let person: string;
/** A story about somebody, and one about nobody. */
let about: string;
let other: string;
let reader: string;

beforeAll(async () => {
  desk = await openDesk();
  person = (await desk.create('people', { name: 'Amani Testero', _status: 'published' })).id;
  const story = async (more: object) =>
    (await desk.create('articles', desk.story({ _status: 'published', ...more }))).id;
  about = await story({ headline: 'A ferry runs', body: bodyOf(mention('person', person, 'Amani Testero')) });
  other = await story({ headline: 'A bridge stands' });
  reader = (await desk.create('readers', { email: 'n@example.org', name: 'Njeri Kamau', status: 'active' })).id;
});
beforeEach(() => query(desk.database, 'delete from comments'));

const ask = async (path: string, role: Role = 'moderator') => await desk.as(role, 'GET', `/newsroom/moderation${path}`);
const queue = async (asked: string) => (await ask(`/queue?${asked}`)).body as unknown as Queue;
/** All pages of a view, each of a few. */
async function pages(asked: string): Promise<string[][]> {
  const read: string[][] = [];
  for (let after: string | null = ''; after !== null;) {
    const { items, next }: Queue = await queue(`${asked}&limit=2${after && `&after=${encodeURIComponent(after)}`}`);
    read.push(items.map(({ body }) => body));
    after = next;
  }
  return read;
}
let written = 0;
/** Comments of one moment, so that their ids decide between them. */
const write = async (texts: string[], more: object = {}) => {
  const ids: string[] = [];
  for (const body of texts) {
    const comment = { article: about, authorName: 'Njeri Kamau', key: randomUUID(), status: 'held', body, ...more };
    ids.push((await desk.create('comments', comment)).id);
  }
  await query(
    desk.database,
    "update comments set created_at = '2026-01-01T00:00:00Z'::timestamptz + $2 * interval '1 second' where id = any($1)",
    [ids, written++],
  );
  return ids;
};
const report = (comment: string) =>
  query(
    desk.database,
    `with who as (
      insert into readers (id, email, name, status, created_at, updated_at)
      values (gen_random_uuid(), gen_random_uuid()::text, 'Reader', 'active', now(), now()) returning id
    ) insert into comment_reports (comment_id, reader_id) select $1, id from who`,
    [comment],
  );

test('a view is read to its end, a page at a time, with none twice and none left out', async () => {
  await write(['1', '2', '3']);
  await write(['4', '5']);
  expect(await pages('view=held')).toEqual([['1', '2'], ['3', '4'], ['5']]);
  expect(await pages('view=recent')).toEqual([['5', '4'], ['3', '2'], ['1']]);
  await query(desk.database, "update comments set status = 'published'");
  const ids = Object.fromEntries(
    (await query<{ id: string; body: string }>(desk.database, 'select id, body from comments')).map(({ id, body }) => [
      body,
      id,
    ]),
  );
  for (const body of ['5', '3', '3', '1', '2']) await report(String(ids[body]));
  expect(await pages('view=reported')).toEqual([
    ['3', '1'],
    ['2', '5'],
  ]);
});

test('a page goes on where the last one ended, whatever was decided in between', async () => {
  const [first, second] = await write(['1', '2', '3', '4']);
  const { next } = await queue('view=held&limit=2');
  await query(desk.database, "update comments set status = 'published' where id = any($1)", [[first, second]]);
  const then = await queue(`view=held&limit=2&after=${encodeURIComponent(String(next))}`);
  expect(then.items.map(({ body }) => body)).toEqual(['3', '4']);
  expect(then.next).toBeNull();
});

test('is narrowed to an article, whom it mentions, a reader, a comment and a reason; what is counted stays the whole', async () => {
  await write(['about'], { heldFor: 'links' });
  const [one] = await write(['other'], { article: other, heldFor: 'words', reader });
  await write(['public'], { status: 'published' });
  const found = async (asked: string) => {
    const { items, only, counters } = await queue(asked);
    expect(counters.waiting).toBe(2);
    return [items.map(({ body }) => body), ...only.map(({ by, name }) => `${by} ${name}`)];
  };
  expect(await found('view=held')).toEqual([['about', 'other']]);
  expect(await found(`view=held&article=${other}`)).toEqual([['other'], 'article A bridge stands']);
  expect(await found(`view=recent&article=${about}`)).toEqual([['public', 'about'], 'article A ferry runs']);
  expect(await found(`view=recent&person=${person}`)).toEqual([['public', 'about'], 'person Amani Testero']);
  expect(await found(`view=held&reader=${reader}`)).toEqual([['other'], 'reader Njeri Kamau']);
  expect(await found(`view=recent&comment=${one}`)).toEqual([['other'], 'comment Njeri Kamau']);
  expect(await found('view=held&reason=links')).toEqual([['about'], 'reason Many links.']);
  expect(await found(`view=held&reason=links&article=${other}`)).toEqual([
    [],
    'article A bridge stands',
    'reason Many links.',
  ]);
});

test.each(['article=1', 'reason=rude', 'after=1', 'after=1_now_2', 'limit=0', 'limit=501'])(
  'what is no question is refused: %s',
  async (asked) => expect((await ask(`/queue?${asked}`)).status).toBe(400),
);

test('an editor, who does not see readers, cannot ask by one', async () => {
  expect((await ask(`/queue?reader=${reader}`, 'editor')).status).toBe(403);
});

test('a reply is judged with what it answers, and with where that began', async () => {
  const [root] = await write(['Where it began.'], { status: 'published', authorName: 'Amani' });
  const [parent] = await write(['An answer.'], { status: 'removed', parent: root, root, authorName: 'Baraka' });
  const [reply] = await write(['Its answer.'], { parent, root });
  const said = async (id: string | undefined) => {
    const { answered, thread } = (await ask(`/comments/${id}`)).body as unknown as CommentContext;
    return [answered, thread].map((list) => list.map(({ author, body, status }) => `${author}: ${body} ${status}`));
  };
  expect(await said(reply)).toEqual([['Amani: Where it began. published', 'Baraka: An answer. removed'], []]);
  expect(await said(parent)).toEqual([['Amani: Where it began. published'], []]);
  expect(await said(root)).toEqual([[], []]);
  const { items } = await queue('view=recent');
  expect(items.map(({ body, answers }) => [body, answers])).toEqual([
    ['Its answer.', 'Baraka'],
    ['An answer.', 'Amani'],
    ['Where it began.', null],
  ]);
});

test('of a hundred thousand that wait, no more are read than are shown', async () => {
  await query(
    desk.database,
    `insert into comments (id, article_id, author_name, body, status, key, created_at, updated_at)
     select gen_random_uuid(), $1, 'Reader', 'Well.', 'held', gen_random_uuid(),
       now() - place * interval '12 seconds', now()
     from generate_series(1, 100000) place`,
    [about],
  );
  await query(desk.database, 'analyze comments');
  const { pool } = desk.payload.db;
  const read = (asked: object) =>
    readQueue(desk.payload, { question: queueQuestion.parse(asked), ids: [], seesReaders: true });
  const first = await read({});
  for (const more of [{}, { after: first.next }, { view: 'recent' }]) {
    const asked = vi.spyOn(pool, 'query');
    await read(more);
    const [text, values] = asked.mock.calls[0] as unknown as [string, unknown[]];
    asked.mockRestore();
    const { rows } = await pool.query<Record<string, string>>(`explain (analyze, timing off) ${text}`, values);
    const plan = rows.map((row) => row['QUERY PLAN']).join('\n');
    expect(plan).not.toContain('Seq Scan on comments');
    const counts = [...plan.matchAll(/actual rows=([\d.]+)/g)].map(([, count]) => Number(count));
    expect(Math.max(...counts), plan).toBeLessThanOrEqual(100);
  }
});
