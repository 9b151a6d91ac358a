import { randomUUID } from 'node:crypto';
import path from 'node:path';
import fc from 'fast-check';
import { beforeAll, describe, expect, test } from 'vitest';
import { inTransaction } from '../../cms/src/in-transaction.ts';
import { threadModes } from '../../cms/src/moderation/thread-modes.ts';
import { projectEverything } from '../../cms/src/outbox/project-everything.ts';
import type { Article } from '../../shared/src/article.ts';
import { answers } from '../../site/snapshot/answers.ts';
import { applyBatch } from '../../site/snapshot/apply.ts';
import { openSnapshot } from '../../site/snapshot/open.ts';
import { query } from '../support/database.ts';
import { newsroomAt, type DeskStep } from '../support/desk-script.ts';
import { freshDirectory } from '../support/newsroom.ts';
import { holds, runsOf } from '../support/property.ts';
import { openDesk, type Desk } from './desk.ts';
import { openFeedOf } from './feed-desk.ts';

const file = path.relative(process.cwd(), import.meta.filename);
let desk: Desk;
let feed: Awaited<ReturnType<typeof openFeedOf>>;
beforeAll(async () => {
  desk = await openDesk();
  feed = await openFeedOf(desk);
});

const person = (more: object = { _status: 'published' }) =>
  desk.create('people', { name: `Somebody ${randomUUID().slice(0, 8)}`, ...more });
const mark = (value: string, rule: 'closed' | 'held', until: string | null = null, relationTo = 'people') =>
  desk.create('sensitive-subjects', { subject: { relationTo, value }, rule, until, reason: 'A case in court.' });
const lift = (id: string) => desk.payload.delete({ collection: 'sensitive-subjects', id });
/** What the feed said of a subject, one after the other: until when it is closed, null for ever, `open` for not any more. */
const said = async (subject: string) => {
  const rows = await desk.outboxOf(subject);
  return rows
    .filter(({ kind }) => kind === 'closure')
    .map(({ op, data }) => (op === 'remove' ? 'open' : (data?.until ?? null)));
};
const [soon, later] = ['2027-02-04T09:00:00.000Z', '2027-02-05T09:00:00.000Z'];

describe('a mark that closes', () => {
  test('reaches the feed with its end and nothing else, of somebody without a page too', async () => {
    const { id } = await person({});
    await mark(id, 'closed', soon);
    const { changes } = await feed.builder(randomUUID()).read();
    const found = changes.filter((change) => change.id === id);
    expect(found).toMatchObject([{ op: 'put', kind: 'closure', data: { id, until: soon } }]);
    expect(JSON.stringify(changes)).not.toContain('A case in court.');
  });

  test('is said again when its end moves, and is lifted', async () => {
    const { id } = await person();
    const marked = await mark(id, 'closed', soon);
    await desk.update('sensitive-subjects', marked.id, { reason: 'The case goes on.' });
    await desk.update('sensitive-subjects', marked.id, { until: later });
    await desk.update('sensitive-subjects', marked.id, { rule: 'held' });
    await desk.update('sensitive-subjects', marked.id, { rule: 'closed', until: null });
    await lift(marked.id);
    expect(await said(id)).toEqual([soon, later, 'open', null, 'open']);
  });

  test('counts as the last of several on one subject, and those that hold do not', async () => {
    const { id } = await person();
    const marks = [await mark(id, 'held'), await mark(id, 'closed', soon), await mark(id, 'closed', later)];
    await lift(String(marks[2]?.id));
    expect(await said(id)).toEqual([soon, later, soon]);
  });

  test('goes from one subject to another, and with the subject', async () => {
    const [one, two] = [await person(), await person()];
    const marked = await mark(one.id, 'closed');
    await desk.update('sensitive-subjects', marked.id, { subject: { relationTo: 'people', value: two.id } });
    expect([await said(one.id), await said(two.id)]).toEqual([[null, 'open'], [null]]);
    await desk.payload.delete({ collection: 'people', id: two.id });
    expect(await said(two.id)).toEqual([null, 'open']);
  });

  test('stands once where two are set at the same time', async () => {
    const { id } = await person();
    await Promise.all([mark(id, 'closed', soon), mark(id, 'closed', later)]);
    expect((await said(id)).at(-1)).toBe(later);
  });

  test('that was set before the contract knew of it is said by the command', async () => {
    const { id } = await person();
    await mark(id, 'closed');
    await query(desk.database, "delete from outbox where kind = 'closure' and document = $1", [id]);
    for await (const { problem } of projectEverything(desk.payload)) expect(problem).toBeUndefined();
    expect(await said(id)).toEqual([null]);
  });

  test('is listed at the desk among what went live, by its subject’s name', async () => {
    const builder = feed.builder(randomUUID());
    await builder.tell((await builder.read()).cursor);
    const { id, name } = await person();
    await mark(id, 'closed');
    await builder.tell((await builder.read()).cursor);
    const [row] = await query<{ changes: object[] }>(
      desk.database,
      'select changes from receipts order by id desc limit 1',
    );
    expect(row?.changes).toContainEqual({ op: 'put', kind: 'closure', document: id, title: name });
  });
});

const place = (kind: string, parent: string | null = null, _status = 'published') =>
  desk.create('places', { name: `Somewhere ${randomUUID().slice(0, 8)}`, kind, parent, _status });
const markPlace = (value: string, until: string | null = null) => mark(value, 'closed', until, 'places');
/** Whether the feed's last word of each is that it is closed. */
const closedOf = (...places: { id: string }[]) =>
  Promise.all(
    places.map(async ({ id }) => {
      const last = (await said(id)).at(-1);
      return last !== undefined && last !== 'open';
    }),
  );

describe('a mark that closes a place', () => {
  test('closes all that lies within it, however deep, and opens it again', async () => {
    const country = await place('country');
    const county = await place('county', country.id);
    const [town, other] = [await place('town', county.id), await place('town')];
    const marked = await markPlace(country.id, soon);
    expect(await Promise.all([country, county, town, other].map(({ id }) => said(id)))).toEqual([
      [soon],
      [soon],
      [soon],
      [],
    ]);
    const longer = await markPlace(county.id, later);
    expect([await said(country.id), await said(town.id)]).toEqual([[soon], [soon, later]]);
    await lift(longer.id);
    await lift(marked.id);
    expect(await said(town.id)).toEqual([soon, later, soon, 'open']);
  });

  test('reaches what lies within a place that has no page, as it was drafted last', async () => {
    const country = await place('country');
    const county = await place('county', null, 'draft');
    const town = await place('town', county.id);
    await markPlace(country.id);
    expect(await closedOf(county, town)).toEqual([false, false]);
    await desk.update('places', county.id, { parent: country.id }, { draft: true });
    expect(await closedOf(county, town)).toEqual([true, true]);
    await desk.update('places', county.id, { parent: null }, { draft: true });
    expect(await closedOf(county, town)).toEqual([false, false]);
  });

  test('counts for a place with a page by what is published of it', async () => {
    const [country, county] = [await place('country'), await place('county')];
    const town = await place('town', county.id);
    await markPlace(country.id);
    await desk.update('places', county.id, { parent: country.id }, { draft: true });
    expect(await closedOf(county, town)).toEqual([false, false]);
    await desk.update('places', county.id, { _status: 'published' }, { draft: true });
    expect(await closedOf(county, town)).toEqual([true, true]);
  });

  test('loses what moves out of it, and what lay within a place that was deleted', async () => {
    const country = await place('country');
    const county = await place('county', country.id);
    const [town, village] = [await place('town', county.id), await place('town', county.id)];
    await markPlace(country.id);
    await desk.update('places', village.id, { parent: null });
    expect(await closedOf(county, town, village)).toEqual([true, true, false]);
    await desk.payload.delete({ collection: 'places', id: county.id });
    expect(await closedOf(country, county, town)).toEqual([true, false, false]);
  });

  test('goes round a circle once', async () => {
    const one = await place('county');
    const two = await place('county', one.id);
    await desk.update('places', one.id, { parent: two.id });
    await markPlace(two.id);
    expect(await closedOf(one, two)).toEqual([true, true]);
  });

  test('and a place that comes to lie there at the same time know of one another', async () => {
    const country = await place('country');
    const town = await place('town');
    // The move is made and not committed yet, while the place is marked.
    const moved = Promise.withResolvers<void>();
    const mayEnd = Promise.withResolvers<void>();
    const move = inTransaction(desk.payload, async (req) => {
      await desk.update('places', town.id, { parent: country.id }, { req });
      moved.resolve();
      await mayEnd.promise;
    });
    await moved.promise;
    const marking = markPlace(country.id);
    const waits = `select from pg_locks where locktype = 'advisory' and not granted
      and database = (select oid from pg_database where datname = current_database())`;
    await expect.poll(async () => (await query(desk.database, waits)).length).toBeGreaterThan(0);
    mayEnd.resolve();
    await Promise.all([move, marking]);
    expect(await closedOf(country, town)).toEqual([true, true]);
  });
});

/** What the pages would say now of every story: whether its thread is closed. */
async function onPages(): Promise<Record<string, boolean>> {
  const { changes } = await feed.builder(randomUUID()).read();
  const snapshot = openSnapshot(path.join(await freshDirectory(), 'snapshot.sqlite'));
  try {
    applyBatch(snapshot, { changes, files: new Map() });
    const pages = answers(snapshot);
    const stories = snapshot.all<{ json: string }>("select json from documents where kind = 'article' order by id");
    return Object.fromEntries(
      stories.map(({ json }) => JSON.parse(json) as Article).map((story) => [story.id, pages.isClosed(story)]),
    );
  } finally {
    snapshot.close();
  }
}

/** What the reader API says. */
async function atTheServer(stories: string[]): Promise<Record<string, boolean>> {
  const modes = await threadModes(desk.payload, stories);
  return Object.fromEntries(stories.map((id) => [id, modes.get(id) === 'closed']));
}

const few = fc.nat({ max: 2 });
const of = fc.constantFrom('people' as const, 'places' as const);
const doing = <Name extends DeskStep['do']>(name: Name) => fc.constant(name);

/** What moves marks, whom they are on, and who is mentioned. */
const step: fc.Arbitrary<DeskStep> = fc.oneof(
  {
    weight: 4,
    arbitrary: fc.record({
      do: doing('write'),
      n: few,
      people: fc.subarray([0, 1, 2]),
      place: few,
      version: few,
      isPublished: fc.constant(true),
    }),
  },
  {
    weight: 5,
    arbitrary: fc.record({
      do: doing('mark'),
      of,
      n: few,
      rule: fc.constantFrom('closed' as const, 'closed' as const, 'held' as const),
      isOver: fc.constantFrom(false, false, true),
    }),
  },
  { weight: 7, arbitrary: fc.record({ do: doing('put within'), n: few, parent: few, isPublished: fc.boolean() }) },
  { weight: 2, arbitrary: fc.record({ do: doing('lift'), n: few }) },
  { weight: 4, arbitrary: fc.record({ do: doing('merge'), n: few, into: few }) },
  { weight: 1, arbitrary: fc.record({ do: doing('undo merge'), n: few }) },
  { weight: 1, arbitrary: fc.record({ do: doing('trash'), of, n: few }) },
  { weight: 1, arbitrary: fc.record({ do: doing('restore'), of, n: few }) },
  { weight: 3, arbitrary: fc.record({ do: doing('delete'), of, n: few }) },
  { weight: 1, arbitrary: fc.record({ do: doing('unpublish'), of, n: few }) },
);

/** Everybody and every place has a page, each place lies within the one before, and each story mentions somebody. */
const begin: DeskStep[] = [0, 1, 2].flatMap((n): DeskStep[] => [
  { do: 'name', of: 'people', n, version: 0, isMoved: false },
  { do: 'name', of: 'places', n, version: 0, isMoved: false },
  { do: 'put within', n, parent: n - 1, isPublished: true },
  { do: 'write', n, people: [n], place: n, version: n, isPublished: true },
]);

/** Or the place that all others lie within is closed from the start, so that where they move counts. */
const beginClosed: DeskStep[] = [...begin, { do: 'mark', of: 'places', n: 0, rule: 'closed', isOver: false }];

const runs = runsOf(20);

test(
  'pages and the reader API say the same of every thread, whatever is marked, merged, taken away or deleted',
  async () => {
    let closed = 0;
    const script = fc.tuple(fc.constantFrom(begin, beginClosed), fc.array(step, { minLength: 1, maxLength: 12 }));
    const property = fc.asyncProperty(script, async ([first, steps]) => {
      await query(desk.database, 'delete from sensitive_subjects');
      await query(desk.database, "delete from outbox where kind = 'closure'");
      const newsroom = newsroomAt(desk, randomUUID().slice(0, 8));
      for (const one of [...first, ...steps]) await newsroom.act(one);
      const pages = await onPages();
      closed += Object.values(pages).filter(Boolean).length;
      expect(pages).toEqual(await atTheServer(Object.keys(pages)));
    });
    await holds(property, { runs, file });
    expect(closed).toBeGreaterThan(0);
  },
  60_000 + runs * 10_000,
);
