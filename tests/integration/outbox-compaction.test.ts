import { randomUUID } from 'node:crypto';
import type pg from 'pg';
import { beforeAll, expect, test } from 'vitest';
import type { FeedLine } from '../../shared/src/feed.ts';
import { CursorUnknown, parseCursor } from '../../cms/src/feed/cursor.ts';
import { openFeed } from '../../cms/src/feed/read-feed.ts';
import { compactOutbox } from '../../cms/src/outbox/compact.ts';
import { freshDatabase, openPool } from '../support/database.ts';

let pool: pg.Pool;
beforeAll(async () => {
  pool = openPool(await freshDatabase());
});

const write = async (document: string, op: 'put' | 'remove' = 'put', slug: string | null = null) =>
  pool.query('insert into outbox (op, kind, document, slug, data) values ($1, $2, $3, $4, $5)', [
    op,
    'topic',
    document,
    slug,
    op === 'put' ? '{}' : null,
  ]);
const age = (interval: string) => pool.query(`update outbox set at = at - $1::interval`, [interval]);

async function read(after?: string): Promise<FeedLine[]> {
  const feed = await openFeed(pool, after ? parseCursor(after) : null);
  let text = '';
  for await (const page of feed.text()) text += page;
  return text
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line) as FeedLine);
}
const headOf = async () => String((await read()).at(-1)?.cursor);
const counts = async () =>
  (
    await pool.query(
      'select (select count(*)::int from outbox) as rows, (select count(*)::int from outbox_compacted) as known',
    )
  ).rows[0];

test('the outbox grows with its documents, and not with their edits', async () => {
  const [edited, removed] = [randomUUID(), randomUUID()];
  for (let edit = 0; edit < 40; edit++) await write(edited);
  await write(removed, 'put', 'its-address');
  await write(removed, 'remove', 'its-address');
  const before = await read();
  const through = await compactOutbox(pool, 0, { grace: 0 });
  expect(await counts()).toEqual({ rows: 2, known: 40 });
  expect(await read()).toEqual(before);
  expect(before).toMatchObject([{ id: edited }, { op: 'remove', slug: 'its-address' }, { op: 'head' }]);

  await write(edited);
  await read();
  await compactOutbox(pool, through, { grace: 0 });
  expect(await counts()).toEqual({ rows: 2, known: 41 });
});

test('whoever stands where a row was taken away goes on from there', async () => {
  const [document, other] = [randomUUID(), randomUUID()];
  await write(document);
  const standing = await headOf();
  await write(other);
  await write(document);
  const expected = await read(standing);
  await compactOutbox(pool, 0, { grace: 0 });
  expect((await pool.query("select from outbox where position || ':' || id = $1", [standing])).rowCount).toBe(0);
  expect(await read(standing)).toEqual(expected);
  expect(expected.map((line) => 'id' in line && line.id)).toEqual([other, document, false]);
});

test('a place in another history is unknown, taken away or not', async () => {
  await write(randomUUID());
  await compactOutbox(pool, 0, { grace: 0 });
  const { rows } = await pool.query<{ position: string }>('select position from outbox_compacted limit 1');
  await expect(read(`${rows[0]?.position}:${randomUUID()}`)).rejects.toThrow(CursorUnknown);
});

test('what was superseded just now stays for an hour, and where it stood is known for a month', async () => {
  const document = randomUUID();
  await write(document);
  const standing = await headOf();
  await write(document);
  await read();
  const before = await counts();
  await compactOutbox(pool, 0);
  expect(await counts()).toEqual(before);
  await age('61 minutes');
  await compactOutbox(pool, 0);
  expect(await counts()).toEqual({ rows: before.rows - 1, known: before.known + 1 });
  expect(await read(standing)).toHaveLength(2);
  await pool.query(`update outbox_compacted set at = at - interval '31 days'`);
  await compactOutbox(pool, 0);
  expect((await counts()).known).toBe(0);
  await expect(read(standing)).rejects.toThrow(CursorUnknown);
});

test('what is not committed, or has no number yet, supersedes nothing', async () => {
  const document = randomUUID();
  await write(document);
  await read();
  const slow = await pool.connect();
  await slow.query('begin');
  await slow.query(`insert into outbox (op, kind, document) values ('remove', 'topic', $1)`, [document]);
  await compactOutbox(pool, 0, { grace: 0 });
  await slow.query('rollback');
  slow.release();
  await write(document, 'remove');
  await compactOutbox(pool, 0, { grace: 0 });
  expect((await pool.query('select from outbox where document = $1', [document])).rowCount).toBe(2);
});
