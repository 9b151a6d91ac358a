import { beforeAll, describe, expect, test } from 'vitest';
import type { Role } from '../../cms/src/access/roles.ts';
import { query } from '../support/database.ts';
import { openDesk, type Desk } from './desk.ts';
import { scheduling, soon } from './scheduling.ts';

let desk: Desk;
let schedules: ReturnType<typeof scheduling>;
beforeAll(async () => {
  desk = await openDesk();
  schedules = scheduling(desk);
});

/** A document's versions, oldest first. */
const versionsOf = async (id: string, collection = 'articles') => {
  const { docs } = await desk.payload.findVersions({
    collection: collection as 'articles',
    where: { parent: { equals: id } },
    sort: 'createdAt',
    trash: true,
    depth: 0,
  });
  return docs;
};
const liveOf = async (id: string, collection = 'articles') =>
  (await desk.payload.findByID({ collection: collection as 'articles', id, depth: 0 })) as unknown as Record<
    string,
    unknown
  >;
const draftOf = async (id: string, collection = 'articles') =>
  (await desk.payload.findByID({
    collection: collection as 'articles',
    id,
    depth: 0,
    draft: true,
  })) as unknown as Record<string, unknown>;

/** Restores one of a document's versions, counted from the oldest, as the desk does. */
async function restore(id: string, count: number, { collection = 'articles', draft = false, role = 'editor' } = {}) {
  const version = (await versionsOf(id, collection))[count];
  return await desk.as(role as Role, 'POST', `/${collection}/versions/${version?.id}?draft=${draft}`);
}

/** A story that was drafted under one headline and published under another. */
async function published(more: object = {}) {
  const { id } = await desk.create('articles', desk.story({ headline: 'As drafted', ...more }), { draft: true });
  const live = await desk.update('articles', id, { headline: 'As published', _status: 'published' });
  return { id, live };
}

describe('a draft that is restored over what is public', () => {
  test('becomes the draft over it, and what readers have and what is scheduled stays', async () => {
    const { id } = await published();
    await schedules.make(id, 'unpublish', soon());
    const answer = await restore(id, 0);
    expect(answer.status).toBe(200);
    expect(answer.body).toMatchObject({ message: 'Restored as a draft. What readers have stays until you publish.' });
    expect(await liveOf(id)).toMatchObject({ _status: 'published', headline: 'As published' });
    expect(await draftOf(id)).toMatchObject({ _status: 'draft', headline: 'As drafted' });
    expect(await schedules.opsOf(id)).toEqual(['put']);
    expect(await schedules.of(id)).toHaveLength(1);
  });

  test.each([
    ['people', {}],
    ['places', { kind: 'town' }],
    ['topics', {}],
  ])('does so for %s too', async (collection, more) => {
    const { id } = await desk.create(collection, { name: 'As drafted', ...more }, { draft: true });
    await desk.update(collection, id, { name: 'As published', _status: 'published' });
    expect((await restore(id, 0, { collection })).status).toBe(200);
    expect(await liveOf(id, collection)).toMatchObject({ _status: 'published', name: 'As published' });
    expect(await draftOf(id, collection)).toMatchObject({ _status: 'draft', name: 'As drafted' });
    expect(await schedules.opsOf(id)).toEqual(['put']);
  });

  test.each([false, true])('says when it was public and where it stood, asked for as a draft: %s', async (draft) => {
    const { id } = await published({ slug: `stood-${draft}` });
    const live = await desk.update('articles', id, { slug: `stands-${draft}`, _status: 'published' });
    expect((await restore(id, 0, { draft })).status).toBe(200);
    const { publishedAt, modifiedAt, formerSlugs } = live;
    expect(await draftOf(id)).toMatchObject({ publishedAt, modifiedAt, formerSlugs });
    const again = await desk.update('articles', id, { slug: live.slug, _status: 'published' });
    expect(again).toMatchObject({ publishedAt, formerSlugs });
    expect(String(again.modifiedAt) > String(modifiedAt)).toBe(true);
  });

  test('is out of the hands of its reporter as the story is', async () => {
    const { id } = await published({ createdBy: desk.staff.reporter.id });
    expect((await restore(id, 0, { role: 'reporter' })).status).toBe(403);
    expect((await restore(id, 0, { draft: true })).status).toBe(200);
    expect((await desk.as('reporter', 'PATCH', `/articles/${id}`, { _status: 'draft' })).status).toBe(403);
    expect(await schedules.opsOf(id)).toEqual(['put']);
  });

  test('may lack what it takes to publish, and hold an address that another has taken since', async () => {
    const { id } = await desk.create('articles', { slug: 'once-here' }, { draft: true });
    await desk.update('articles', id, desk.story({ slug: 'now-there', _status: 'published' }));
    await desk.create('articles', desk.story({ slug: 'once-here', _status: 'published' }));
    expect((await restore(id, 0)).status).toBe(200);
    expect(await draftOf(id)).toMatchObject({ slug: 'once-here', headline: null });
    expect(await liveOf(id)).toMatchObject({ slug: 'now-there', _status: 'published' });
  });

  test('is refused where it would be written over the story', async () => {
    const { id } = await published();
    const [version] = await versionsOf(id);
    const restored = desk.payload.restoreVersion({ collection: 'articles', id: String(version?.id) });
    await expect(restored).rejects.toThrow('Restore it as a draft, or unpublish first.');
    expect(await liveOf(id)).toMatchObject({ _status: 'published', headline: 'As published' });
    expect(await schedules.opsOf(id)).toEqual(['put']);
  });
});

test('a reporter takes nothing down by a draft that does not say when it was public', async () => {
  const { id } = await published({ createdBy: desk.staff.reporter.id });
  await desk.update('articles', id, { headline: 'On' }, { draft: true });
  await query(desk.database, 'update _articles_v set version_published_at = null where parent_id = $1', [id]);
  expect((await desk.as('reporter', 'PATCH', `/articles/${id}`, { _status: 'draft' })).status).toBe(403);
  expect(await schedules.opsOf(id)).toEqual(['put']);
});

test('a draft of what was taken down is restored as it is, and goes on where it was', async () => {
  const { id, live } = await published();
  await desk.update('articles', id, { _status: 'draft' });
  expect((await restore(id, 0)).status).toBe(200);
  const { publishedAt } = live;
  expect(await liveOf(id)).toMatchObject({ _status: 'draft', headline: 'As drafted', publishedAt });
  expect(await desk.update('articles', id, { _status: 'published' })).toMatchObject({ publishedAt });
});

describe('a version that was public', () => {
  test('is published anew, and is changed now', async () => {
    const { id, live } = await published();
    const wrong = await desk.update('articles', id, { headline: 'Wrong', _status: 'published' });
    expect((await restore(id, 1)).status).toBe(200);
    const now = await liveOf(id);
    expect(now).toMatchObject({ _status: 'published', headline: 'As published', publishedAt: live.publishedAt });
    expect(String(now.modifiedAt) > String(wrong.modifiedAt)).toBe(true);
  });

  test('is restored as a draft without being held to what a publish needs', async () => {
    const author = await desk.create('people', { name: 'Gone Since', _status: 'published' });
    const { id } = await published({ authors: [author.id] });
    await desk.update('articles', id, { headline: 'Now', authors: [desk.author.id], _status: 'published' });
    await desk.update('people', author.id, { _status: 'draft' });
    expect((await restore(id, 1, { draft: true })).status).toBe(200);
    expect(await liveOf(id)).toMatchObject({ _status: 'published', headline: 'Now' });
    expect(await draftOf(id)).toMatchObject({ _status: 'draft', headline: 'As published', authors: [author.id] });
  });

  test('and lay in the trash does not go back there', async () => {
    const { id } = await published();
    await desk.update('articles', id, { deletedAt: new Date().toISOString() });
    await desk.update('articles', id, { deletedAt: null }, { trash: true });
    const trashed = (await versionsOf(id)).findIndex(({ version }) => version.deletedAt);
    expect((await restore(id, trashed)).status).toBe(200);
    expect((await liveOf(id)).deletedAt ?? null).toBeNull();
    expect((await schedules.opsOf(id)).at(-1)).toBe('put');
  });
});
