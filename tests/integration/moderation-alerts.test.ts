import { beforeAll, beforeEach, expect, test, vi } from 'vitest';
import { readAlerts } from '../../cms/src/moderation/desk/read-alerts.ts';
import type { Queue } from '../../cms/src/moderation/desk/shapes.ts';
import { query } from '../support/database.ts';
import { bodyOf, mention, openDesk, type Desk } from './desk.ts';
import { writeComments } from './moderation-desk.ts';

let desk: Desk;
let person: string;
/** Two stories about somebody, the first of which mentions somebody else as well, and one about nobody. */
let about: [string, string];
let other: string;

beforeAll(async () => {
  desk = await openDesk();
  person = (await desk.create('people', { name: 'Amani Testero', _status: 'published' })).id;
  const story = async (more: object = {}) =>
    (await desk.create('articles', desk.story({ _status: 'published', ...more }))).id;
  const beside = (await desk.create('people', { name: 'Baraka Testero', _status: 'published' })).id;
  const [first, second] = [mention('person', person, 'Amani Testero'), mention('person', beside, 'Baraka Testero')];
  about = [await story({ body: bodyOf(first, second) }), await story({ body: bodyOf(first) })];
  other = await story();
});
beforeEach(() => query(desk.database, 'delete from comments'));

const write = (article: string, count: number, minutesAgo?: number) =>
  writeComments(desk.database, article, count, minutesAgo);

/** The same in each quarter of this hour on some of the last seven days. */
async function writeDaily(article: string, count: number, days: number, hoursOff = 0): Promise<void> {
  for (let day = 1; day <= days; day++) {
    for (const minutes of [-22, -7, 7, 22]) await write(article, count, (day * 24 + hoursOff) * 60 + minutes);
  }
}

const alerts = async () => {
  const { body } = await desk.as('moderator', 'GET', '/newsroom/moderation/queue?view=held');
  return (body as unknown as Queue).alerts;
};

test('where nothing is usual, ten in a thread are much, and ten about somebody over several', async () => {
  await write(about[0], 9);
  expect(await alerts()).toEqual([]);
  await write(about[1], 10);
  expect(await alerts()).toMatchObject([
    { kind: 'person', id: person, name: 'Amani Testero', count: 19, usual: 0 },
    { kind: 'thread', id: about[1], count: 10, usual: 0 },
  ]);
});

test('a thread, new as it may be, is measured by the busiest of this hour', async () => {
  await writeDaily(about[0], 2, 7);
  await writeDaily(about[1], 5, 7);
  await write(other, 19);
  expect(await alerts()).toEqual([]);
  await write(other, 1);
  expect(await alerts()).toMatchObject([{ kind: 'thread', id: other, count: 20, usual: 5 }]);
});

test('somebody is measured by what is usual about them, where that is more', async () => {
  for (const article of about) await writeDaily(article, 3, 7);
  for (const article of about) await write(article, 11);
  expect(await alerts()).toEqual([]);
  await write(about[0], 2);
  expect(await alerts()).toMatchObject([
    { kind: 'person', id: person, count: 24, usual: 6 },
    { kind: 'thread', id: about[0], count: 13, usual: 3 },
  ]);
});

test('what happened on few days, or at another hour, is not usual', async () => {
  await writeDaily(other, 50, 3);
  await writeDaily(other, 50, 7, 2);
  await write(other, 10);
  expect(await alerts()).toMatchObject([{ id: other, count: 10, usual: 0 }]);
  await writeDaily(other, 50, 4);
  expect(await alerts()).toEqual([]);
});

/** Recommendations of a comment by as many readers, so many minutes ago. */
const recommend = (comment: string | undefined, count: number, minutesAgo = 1) =>
  query(
    desk.database,
    `with fans as (
      insert into readers (id, email, name, status, created_at, updated_at)
      select gen_random_uuid(), gen_random_uuid()::text, 'Reader', 'active', now(), now() from generate_series(1, $2)
      returning id
    ) insert into comment_recommendations (comment_id, reader_id, created_at)
    select $1, id, now() - $3 * interval '1 minute' from fans`,
    [comment, count, minutesAgo],
  );

test('a comment that is recommended much more than any usually is goes to review', async () => {
  await write(about[0], 1);
  await write(other, 1);
  const comments = await query<{ id: string; of: string }>(desk.database, 'select id, article_id as of from comments');
  const [one, usual] = [about[0], other].map((of) => comments.find((comment) => comment.of === of)?.id);
  await recommend(one, 9);
  expect(await alerts()).toEqual([]);
  await recommend(one, 1);
  const headline = (
    await query<{ headline: string }>(desk.database, 'select headline from articles where id = $1', [about[0]])
  )[0]?.headline;
  const found = { kind: 'recommendations', id: one, name: headline, author: 'Reader', mode: null };
  expect(await alerts()).toEqual([{ ...found, count: 10, usual: 0 }]);
  for (let day = 1; day <= 7; day++) {
    for (const minutes of [-22, -7, 7, 22]) await recommend(usual, 3, day * 24 * 60 + minutes);
  }
  expect(await alerts()).toEqual([]);
  await recommend(one, 2);
  expect(await alerts()).toEqual([{ ...found, count: 12, usual: 3 }]);
});

test('a hundred thousand comments are not read for it', async () => {
  await query(
    desk.database,
    `insert into comments (id, article_id, author_name, body, status, key, created_at, updated_at)
     select gen_random_uuid(), ($1::uuid[])[1 + place % 3], 'Reader', 'Well.', 'published', gen_random_uuid(),
       now() - place * interval '12 seconds', now()
     from generate_series(1, 100000) place`,
    [[...about, other]],
  );
  await write(other, 1_000);
  await query(desk.database, 'analyze comments');
  const { pool } = desk.payload.db;
  const asked = vi.spyOn(pool, 'query');
  expect(await readAlerts(pool)).toMatchObject([{ kind: 'thread', id: other, usual: 25 }]);
  const [text, values] = asked.mock.calls[0] as unknown as [string, unknown[]];
  asked.mockRestore();
  const { rows } = await pool.query<Record<string, string>>(`explain (analyze, timing off) ${text}`, values);
  const plan = rows.map((row) => row['QUERY PLAN']).join('\n');
  expect(plan).not.toContain('Seq Scan on comments');
  expect(plan.match(/comments_created_at_idx/g)?.length, plan).toBe(2);
});
