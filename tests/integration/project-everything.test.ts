import { beforeAll, expect, test } from 'vitest';
import { projectEverything, type Projected } from '../../cms/src/outbox/project-everything.ts';
import { query } from '../support/database.ts';
import { openDesk, type Desk } from './desk.ts';

let desk: Desk;
beforeAll(async () => {
  desk = await openDesk();
});

async function projectAll(from?: string): Promise<Projected[]> {
  const all: Projected[] = [];
  for await (const one of projectEverything(desk.payload, from)) all.push(one);
  return all;
}
const rows = async () =>
  Number((await query<{ count: string }>(desk.database, 'select count(*) from outbox'))[0]?.count);
/** As an earlier version of the contract had left it, without one of its fields. */
const makeOld = (id: string, field: string) =>
  query(desk.database, 'update outbox set data = data - $2 where document = $1', [id, field]);

test('says anew what has another shape than was said last, and nothing else', async () => {
  const kept = await desk.create('topics', { name: 'Kept', _status: 'published' });
  const grown = await desk.create('topics', { name: 'Grown', _status: 'published' });
  const story = await desk.create('articles', desk.story({ _status: 'published' }));
  const gone = await desk.create('topics', { name: 'Gone', _status: 'published' });
  await desk.update('topics', gone.id, { _status: 'draft' });
  await desk.update('topics', kept.id, { name: 'A secret draft' }, { draft: true });
  await makeOld(grown.id, 'description');
  await makeOld(story.id, 'corrections');
  await makeOld(desk.author.id, 'aliases');
  const before = await rows();

  const looked = (await projectAll()).map(({ at }) => at);
  expect(looked).toEqual(expect.arrayContaining([`topics:${kept.id}`, `topics:${grown.id}`, `articles:${story.id}`]));
  expect(looked.findIndex((at) => at.startsWith('people'))).toBeLessThan(
    looked.findIndex((at) => at.startsWith('articles')),
  );
  expect(await rows()).toBe(before + 3);
  expect((await desk.outboxOf(grown.id)).at(-1)?.data).toMatchObject({ name: 'Grown', description: '' });
  expect((await desk.outboxOf(story.id)).at(-1)?.data).toMatchObject({ corrections: [] });

  await projectAll();
  expect(await rows()).toBe(before + 3);
});

test('goes on where it was stopped', async () => {
  const all = await projectAll();
  const middle = Math.floor(all.length / 2);
  expect(await projectAll(all[middle]?.at)).toEqual(all.slice(middle + 1));
});

test('names what does not fit and why, and stops for nothing', async () => {
  const topic = await desk.create('topics', { name: 'Fits', _status: 'published' });
  const place = await desk.create('places', { name: 'A town', kind: 'town', _status: 'published' });
  await query(desk.database, `update topics set name = '' where id = $1`, [topic.id]);
  await makeOld(place.id, 'aliases');
  const found = await projectAll();
  expect(found.find(({ at }) => at === `topics:${topic.id}`)?.problem).toContain('Enter a name');
  expect(found.filter(({ problem }) => problem !== undefined)).toHaveLength(1);
  expect((await desk.outboxOf(place.id)).at(-1)?.data).toMatchObject({ aliases: [] });
  expect(await desk.outboxOf(topic.id)).toHaveLength(1);
});

test('beside publishes, what was published last is what was said last', async () => {
  const topics = await Promise.all(
    Array.from({ length: 8 }, (_, number) => desk.create('topics', { name: `Busy ${number}`, _status: 'published' })),
  );
  await Promise.all(topics.map(({ id }) => makeOld(id, 'description')));
  const publishing = Promise.all(
    topics.map(async ({ id }, number) => {
      for (const edit of [1, 2, 3])
        await desk.update('topics', id, { name: `Busy ${number} ${edit}`, _status: 'published' });
    }),
  );
  await Promise.all([projectAll(), projectAll(), publishing]);
  for (const [number, { id }] of topics.entries()) {
    expect((await desk.outboxOf(id)).at(-1)?.data).toMatchObject({ name: `Busy ${number} 3`, description: '' });
  }
});
