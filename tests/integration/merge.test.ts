import { randomUUID } from 'node:crypto';
import { beforeAll, describe, expect, test } from 'vitest';
import { query } from '../support/database.ts';
import { openDesk, type Desk } from './desk.ts';

let desk: Desk;
beforeAll(async () => {
  desk = await openDesk();
});

const person = (name = `Person ${randomUUID().slice(0, 8)}`, more: object = { _status: 'published' }) =>
  desk.create('people', { name, ...more });
const merge = (id: string, into: string, role: 'editor' | 'reporter' | 'moderator' | null = 'editor') =>
  desk.as(role, 'POST', `/newsroom/people/${id}/merge`, { into });
const undo = (id: string) => desk.as('editor', 'DELETE', `/newsroom/people/${id}/merge`);
const lastOf = async (id: string) =>
  (
    await query<{ op: string; slug: string | null; former_slugs: string[]; successor: string | null }>(
      desk.database,
      'select op, slug, former_slugs, successor from outbox where document = $1 order by seq desc limit 1',
      [id],
    )
  )[0];
const sentence = (answer: { body: unknown }) =>
  (answer.body as { errors?: { message: string }[] } | null)?.errors?.[0]?.message;

describe('merging', () => {
  test('takes the page away and says where it leads, with every address that it ever had', async () => {
    const [a, b] = [await person(), await person()];
    await desk.update('people', b.id, { slug: `moved-${b.id}`, _status: 'published' });
    const answer = await merge(b.id, a.id);
    expect(answer.status).toBe(200);
    expect(answer.body).toMatchObject({
      merges: expect.arrayContaining([
        { person: b.id, name: b.name, standIn: { id: a.id, name: a.name, isPublished: true } },
      ]),
    });
    expect(await lastOf(b.id)).toEqual({
      op: 'remove',
      slug: `moved-${b.id}`,
      former_slugs: [b.slug],
      successor: a.id,
    });
  });

  test('is undone by one act, and the page is as it was', async () => {
    const [a, b] = [await person(), await person()];
    await merge(b.id, a.id);
    expect((await undo(b.id)).status).toBe(200);
    expect(await lastOf(b.id)).toMatchObject({ op: 'put', slug: b.slug, successor: null });
  });

  test('of somebody who had no page yet says who they are, and undone leaves them without one', async () => {
    const [a, b] = [await person(), await person(undefined, {})];
    await merge(b.id, a.id);
    expect(await lastOf(b.id)).toEqual({ op: 'remove', slug: null, former_slugs: [], successor: a.id });
    await undo(b.id);
    expect(await lastOf(b.id)).toMatchObject({ op: 'remove', successor: null });
  });

  test('holds whatever is done to the document: edited, published, restored, trashed, deleted', async () => {
    const [a, b] = [await person(), await person()];
    await merge(b.id, a.id);
    const { docs } = await desk.payload.findVersions({ collection: 'people', where: { parent: { equals: b.id } } });
    await desk.update('people', b.id, { biography: 'More of it.', _status: 'published' });
    await desk.update('people', b.id, { biography: 'A draft.' }, { draft: true });
    await desk.payload.restoreVersion({ collection: 'people', id: String(docs[0]?.id) });
    await desk.update('people', b.id, { _status: 'draft' });
    await desk.update('people', b.id, { deletedAt: new Date().toISOString() });
    await desk.payload.delete({ collection: 'people', id: b.id, trash: true });
    expect((await desk.outboxOf(b.id)).map(({ op }) => op)).toEqual(['put', 'remove']);
    expect(await lastOf(b.id)).toMatchObject({ op: 'remove', slug: b.slug, successor: a.id });
  });

  test('lets an article be published on whose byline somebody is who was merged', async () => {
    const [a, b] = [await person(), await person()];
    const story = await desk.create('articles', desk.story({ authors: [b.id], _status: 'published' }));
    await merge(b.id, a.id);
    await desk.update('articles', story.id, { headline: 'Again', _status: 'published' });
    expect((await desk.outboxOf(story.id)).at(-1)?.data).toMatchObject({ headline: 'Again', authors: [b.id] });
    await desk.update('people', a.id, { _status: 'draft' });
    await expect(desk.update('articles', story.id, { headline: 'Third', _status: 'published' })).rejects.toThrow(
      /Authors/,
    );
  });
});

describe('what is refused', () => {
  test.each([
    ['reporter', 403],
    ['moderator', 403],
    [null, 401],
  ] as const)('a merge by a %s, and its undoing', async (role, status) => {
    const [a, b] = [await person(), await person()];
    expect((await merge(b.id, a.id, role)).status).toBe(status);
    expect((await desk.as(role, 'DELETE', `/newsroom/people/${b.id}/merge`)).status).toBe(status);
    expect(await lastOf(b.id)).toMatchObject({ op: 'put' });
  });

  test('a circle, with a sentence, also through others', async () => {
    const [a, b, c] = [await person(), await person(), await person()];
    await merge(c.id, b.id);
    await merge(b.id, a.id);
    const answer = await merge(a.id, c.id);
    expect(answer.status).toBe(409);
    expect(sentence(answer)).toContain('in a circle');
    expect((await desk.as('editor', 'GET', '/newsroom/merges')).body).toMatchObject({
      merges: expect.arrayContaining([
        expect.objectContaining({ person: c.id, standIn: expect.objectContaining({ id: a.id }) }),
      ]),
    });
  });

  test('a circle that two close at the same time: one of them is refused', async () => {
    const [a, b] = [await person(), await person()];
    const answers = await Promise.all([merge(a.id, b.id), merge(b.id, a.id)]);
    expect(answers.map(({ status }) => status).sort((a, b) => a - b)).toEqual([200, 409]);
  });

  test('somebody who is not there, and what is no id', async () => {
    const a = await person();
    expect((await merge(randomUUID(), a.id)).status).toBe(409);
    expect((await merge('nobody', a.id)).status).toBe(404);
    expect((await merge(a.id, 'nobody')).status).toBe(400);
  });
});
