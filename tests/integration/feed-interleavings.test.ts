import fc from 'fast-check';
import { randomUUID } from 'node:crypto';
import type pg from 'pg';
import { beforeAll, expect, test } from 'vitest';
import type { Change, FeedLine } from '../../shared/src/feed.ts';
import { parseCursor } from '../../cms/src/feed/cursor.ts';
import { openFeed } from '../../cms/src/feed/read-feed.ts';
import { compactOutbox } from '../../cms/src/outbox/compact.ts';
import { connect, freshDatabase, openPool } from '../support/database.ts';

const writerCount = 4;
/** Positions in a page of the feed: few, so that even these feeds have several. */
const span = 3;
let database: string;
let pool: pg.Pool;
let writers: pg.Client[];
beforeAll(async () => {
  database = await freshDatabase();
  pool = openPool(database, { max: 10 });
  writers = await Promise.all(Array.from({ length: writerCount }, () => connect(database)));
});

/** What somebody knows who has read the feed up to a cursor: of each document what was said last. */
interface Reader {
  cursor: string | null;
  position: number;
  state: Map<string, string>;
}

/** The lines behind a cursor, and the feed's end, held against the order that may be counted on. */
async function linesBehind({ cursor, position }: Reader): Promise<{ lines: Change[]; end: string | null }> {
  const feed = await openFeed(pool, cursor === null ? null : parseCursor(cursor), span);
  let text = '';
  for await (const page of feed.text()) text += page;
  const lines = text
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line) as FeedLine);
  const head = lines.pop();
  if (head?.op !== 'head') throw new Error('The feed did not end with its head.');
  const cursors = [...(lines as Change[]).map((line) => line.cursor), ...(head.cursor === null ? [] : [head.cursor])];
  const positions = cursors.map((one) => parseCursor(one).position);
  expect(positions.slice(0, lines.length).every((one, index) => one > (positions[index - 1] ?? position))).toBe(true);
  expect(positions.at(-1) ?? 0).toBeGreaterThanOrEqual(Math.max(position, ...positions.slice(0, lines.length)));
  return { lines: lines as Change[], end: head.cursor };
}

const saidIn = (line: Change) => (line.op === 'put' ? JSON.stringify(line.data) : 'removed');

/** Reads the feed on from where a reader stands. Returns every place on the way, with what is known there. */
async function readOn(reader: Reader): Promise<Reader[]> {
  const { lines, end } = await linesBehind(reader);
  const stops: Reader[] = [];
  let last = reader;
  for (const line of lines) {
    const state = new Map(last.state).set(line.id, saidIn(line));
    last = { cursor: line.cursor, position: parseCursor(line.cursor).position, state };
    stops.push(last);
  }
  if (end !== null) stops.push({ ...last, cursor: end, position: parseCursor(end).position });
  return stops;
}

const nothing: Reader = { cursor: null, position: 0, state: new Map() };
const insert = `insert into outbox (op, kind, document, data) values ($1, 'topic', $2, $3)`;

const who = fc.nat({ max: writerCount - 1 });
const step = fc.oneof(
  {
    weight: 6,
    arbitrary: fc.record({
      do: fc.constant('write' as const),
      who,
      document: fc.nat({ max: 5 }),
      isRemoval: fc.boolean(),
    }),
  },
  { weight: 3, arbitrary: fc.record({ do: fc.constant('commit' as const), who }) },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('rollback' as const), who }) },
  { weight: 4, arbitrary: fc.record({ do: fc.constant('read' as const), from: fc.nat() }) },
  { weight: 1, arbitrary: fc.constant({ do: 'compact' as const }) },
);

test('however transactions overlap and end, every reader sees each committed change, in order, from wherever it stands', async () => {
  let counter = 0;
  await fc.assert(
    fc.asyncProperty(fc.array(step, { minLength: 5, maxLength: 40 }), async (steps) => {
      await pool.query('truncate outbox, outbox_compacted restart identity');
      const documents = Array.from({ length: 6 }, () => randomUUID());
      const open = writers.map(() => new Map<string, string>());
      const committed = new Map<string, string>();
      const readers: Reader[] = [nothing];

      async function end(index: number, how: 'commit' | 'rollback') {
        const writing = open[index]!;
        if (writing.size === 0) return;
        await writers[index]!.query(how);
        if (how === 'commit') for (const [id, said] of writing) committed.set(id, said);
        writing.clear();
      }
      for (const one of steps) {
        if (one.do === 'write') {
          const id = documents[one.document]!;
          const mine = open[one.who]!;
          // Two who write of one document wait for one another, by the lock on its row.
          if (open.some((other) => other !== mine && other.has(id))) continue;
          if (mine.size === 0) await writers[one.who]!.query('begin');
          const data = JSON.stringify({ n: counter++ });
          mine.set(id, one.isRemoval ? 'removed' : data);
          await writers[one.who]!.query(insert, [one.isRemoval ? 'remove' : 'put', id, one.isRemoval ? null : data]);
        } else if (one.do === 'read') {
          readers.push(...(await readOn(readers[one.from % readers.length]!)));
        } else if (one.do === 'compact') {
          await compactOutbox(pool, 0, { grace: 0 });
        } else {
          await end(one.who, one.do);
        }
      }
      for (const index of writers.keys()) await end(index, 'commit');
      for (const reader of readers) {
        const stops = await readOn(reader);
        expect((stops.at(-1) ?? reader).state).toEqual(committed);
      }
    }),
    { numRuns: 40 },
  );
});

test('fifty who write at once, some of them slowly and in vain, while four read: nothing is lost and nothing waits', async () => {
  await pool.query('truncate outbox, outbox_compacted restart identity');
  const many = await Promise.all(Array.from({ length: 50 }, () => connect(database)));
  const idle = await connect(database);
  await idle.query('begin');
  await idle.query(insert, ['put', randomUUID(), '{"n":"idle"}']);

  const expected = new Map<string, string>();
  let isWriting = true;
  // Readers who have seen something while others still wrote: until all have, the writing goes on.
  const served = new Set<number>();
  const writing = Promise.all(
    many.map(async (writer, index) => {
      for (let round = 0; round < 12 || (served.size < 4 && round < 500); round++) {
        const id = randomUUID();
        const data = JSON.stringify({ n: `${index}.${round}` });
        await writer.query('begin');
        await writer.query(insert, ['put', id, data]);
        // A transaction of many statements: others begin and end meanwhile.
        for (let more = 0; round % 3 === 0 && more < 20; more++) await writer.query('select 1');
        const isKept = (index + round) % 5 !== 0;
        await writer.query(isKept ? 'commit' : 'rollback');
        if (isKept) expected.set(id, data);
      }
    }),
  ).finally(() => (isWriting = false));
  const reading = Array.from({ length: 4 }, async (_, number) => {
    let reader = nothing;
    const state = new Map<string, string>();
    const readAll = async () => {
      const { lines, end } = await linesBehind(reader);
      for (const line of lines) state.set(line.id, saidIn(line));
      if (end !== null) reader = { ...nothing, cursor: end, position: parseCursor(end).position };
    };
    while (isWriting) {
      await readAll();
      if (isWriting && state.size > 0) served.add(number);
    }
    await readAll();
    return { reader, state };
  });
  await writing;
  const readers = await Promise.all(reading);
  for (const { state } of readers) expect(state).toEqual(expected);
  expect(served.size).toBe(4);
  await idle.query('commit');
  for (const { reader } of readers) {
    expect((await linesBehind(reader)).lines.map(saidIn)).toEqual(['{"n":"idle"}']);
  }
});
