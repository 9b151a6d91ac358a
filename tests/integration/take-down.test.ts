import { beforeAll, describe, expect, test } from 'vitest';
import { openDesk, type Desk } from './desk.ts';
import { scheduling, soon } from './scheduling.ts';

let desk: Desk;
let schedules: ReturnType<typeof scheduling>;
beforeAll(async () => {
  desk = await openDesk();
  schedules = scheduling(desk);
});

const publish = (more: object = {}) => desk.create('articles', desk.story({ _status: 'published', ...more }));
const statusOf = async (id: string) => (await desk.payload.findByID({ collection: 'articles', id, depth: 0 }))._status;
const versionsOf = async (id: string) => {
  const { docs } = await desk.payload.findVersions({
    collection: 'articles',
    where: { parent: { equals: id } },
    sort: 'createdAt',
    depth: 0,
  });
  return docs.map(({ version }) => version as Record<string, unknown>);
};

/** A draft over what is public that lacks what every article has to have, as the desk saves it by itself. */
const unfinished = { headline: '', authors: [], corrections: [{ at: '2026-02-05T06:00:00.000Z', text: '' }] };
const autosave = async (id: string, data: object) => {
  const saved = await desk.as('editor', 'PATCH', `/articles/${id}?draft=true&autosave=true`, data);
  expect(saved.status).toBe(200);
};

/** A story of which a draft holds an address that another has been published at since. */
async function taken(slug: string) {
  const { id } = await publish({ slug: `${slug}-first` });
  await autosave(id, { slug });
  const other = await publish({ slug });
  return { id, other: other.id };
}
const correct = (id: string) =>
  desk.as('editor', 'PATCH', `/articles/${id}`, { headline: 'Corrected', _status: 'published' });

describe('a story with an unfinished draft', () => {
  test('is taken down at its time', async () => {
    const { id } = await publish();
    await schedules.make(id, 'unpublish', soon());
    await autosave(id, unfinished);
    await schedules.fallDue(id);
    await schedules.run();
    expect(await schedules.of(id)).toEqual([]);
    expect(await schedules.opsOf(id)).toEqual(['put', 'remove']);
    expect(await statusOf(id)).toBe('draft');
  });

  test('is taken down by the button, and what was typed stays in the draft', async () => {
    const { id, headline } = await publish();
    await autosave(id, { ...unfinished, standfirst: 'Half of a new' });
    const answer = await desk.as('editor', 'PATCH', `/articles/${id}?unpublishAllLocales=false`, { _status: 'draft' });
    expect(answer.status).toBe(200);
    expect(await schedules.opsOf(id)).toEqual(['put', 'remove']);
    expect(await versionsOf(id)).toMatchObject([
      { _status: 'published', headline },
      { _status: 'draft', headline: '', standfirst: 'Half of a new' },
    ]);
  });

  test('is taken down by a save of all of it only when it is whole', async () => {
    const { id } = await publish();
    const answer = await desk.as('editor', 'PATCH', `/articles/${id}`, { _status: 'draft', headline: '' });
    expect(answer.status).toBe(400);
    expect(await statusOf(id)).toBe('published');
  });

  test.each([['people', { name: '' }] as const, ['places', { name: '', kind: null }] as const])(
    'is no other among %s',
    async (collection, nothing) => {
      const { id } = await desk.create(collection, { name: 'Moyale', kind: 'town', _status: 'published' });
      await desk.update(collection, id, nothing, { draft: true });
      expect((await desk.as('editor', 'PATCH', `/${collection}/${id}`, { _status: 'draft' })).status).toBe(200);
      expect(await schedules.opsOf(id)).toEqual(['put', 'remove']);
    },
  );

  test('without a draft keeps the version that was public in its history', async () => {
    const { id } = await publish();
    expect((await desk.as('editor', 'PATCH', `/articles/${id}`, { _status: 'draft' })).status).toBe(200);
    expect((await versionsOf(id)).map(({ _status }) => _status)).toEqual(['published', 'draft']);
  });
});

test.each<[string, (id: string) => Promise<unknown>]>([
  ['by hand', (id) => desk.as('editor', 'PATCH', `/articles/${id}`, { _status: 'draft' })],
  [
    'at its time',
    async (id) => {
      await schedules.fallDue(id);
      await schedules.run();
    },
  ],
])('a story whose only author has been deleted is taken down %s', async (_how, takeDown) => {
  const author = await desk.create('people', { name: 'Gone Since', _status: 'published' });
  const { id } = await publish({ authors: [author.id] });
  await schedules.make(id, 'unpublish', soon());
  await desk.payload.delete({ collection: 'people', id: author.id });
  await takeDown(id);
  expect(await schedules.opsOf(id)).toEqual(['put', 'remove']);
});

describe('a story whose draft holds an address that another has taken since', () => {
  test('is taken down from where it stood, and the other keeps its address', async () => {
    const { id, other } = await taken('taken-down');
    expect((await desk.as('editor', 'PATCH', `/articles/${id}`, { _status: 'draft' })).status).toBe(200);
    expect(await schedules.opsOf(id)).toEqual(['put', 'remove']);
    expect((await desk.payload.findByID({ collection: 'articles', id })).slug).toBe('taken-down-first');
    expect((await correct(other)).status).toBe(200);
  });

  test('is trashed, and comes back as a draft with another', async () => {
    const { id, other } = await taken('taken-trash');
    const trash = await desk.as('editor', 'PATCH', `/articles/${id}`, { deletedAt: new Date().toISOString() });
    expect(trash.status).toBe(200);
    expect(await schedules.opsOf(id)).toEqual(['put', 'remove']);
    expect((await desk.as('editor', 'PATCH', `/articles/${id}?trash=true`, { deletedAt: null })).status).toBe(200);
    expect(await schedules.opsOf(id)).toEqual(['put', 'remove']);
    expect((await desk.payload.findByID({ collection: 'articles', id })).slug).toBe('taken-trash-2');
    expect((await correct(other)).status).toBe(200);
  });

  test('is saved as a draft, and not published with it', async () => {
    const { id } = await taken('taken-still');
    await autosave(id, { headline: 'Written on' });
    const refused = await desk.as('editor', 'PATCH', `/articles/${id}`, { _status: 'published' });
    expect(refused.status).toBe(400);
    expect(JSON.stringify(refused.body)).toContain('“taken-still” is already an address of');
    expect(await schedules.opsOf(id)).toEqual(['put']);
  });
});

test('what was trashed comes back as public only at an address that is free', async () => {
  const { id } = await publish({ slug: 'trash-address' });
  await desk.update('articles', id, { deletedAt: new Date().toISOString() });
  await publish({ slug: 'trash-address' });
  const refused = await desk.as('editor', 'PATCH', `/articles/${id}?trash=true`, { deletedAt: null });
  expect(refused.status).toBe(400);
  expect(await schedules.opsOf(id)).toEqual(['put', 'remove']);
});
