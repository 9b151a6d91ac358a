import { randomUUID } from 'node:crypto';
import { beforeAll, describe, expect, test } from 'vitest';
import { connect, query, waitingFor } from '../support/database.ts';
import { openDesk, type Desk } from './desk.ts';

let desk: Desk;
let article: string;
beforeAll(async () => {
  desk = await openDesk();
  ({ id: article } = await desk.create('articles', desk.story({ comments: 'open', _status: 'published' })));
});

const comment = async (more: object = {}) =>
  (
    await desk.create('comments', {
      article,
      authorName: 'Akinyi',
      body: 'The ferry runs again.',
      key: randomUUID(),
      status: 'published',
      ...more,
    })
  ).id;

const stored = async (id: string) =>
  (
    await query(
      desk.database,
      `select body, status, pick, pinned, recommendations::int, recount_at is not null as "isToRecount"
       from comments where id = $1`,
      [id],
    )
  )[0];

/** Lets somebody at the desk act while a reader's change of a comment is made and not yet committed. */
async function meanwhile(change: string, id: string, act: () => Promise<{ status: number }>) {
  const reader = await connect(desk.database);
  await reader.query('begin');
  await reader.query(change, [id]);
  const acted = act();
  await expect.poll(() => waitingFor(desk.database, 'for no key update')).toBe(1);
  await reader.query('commit');
  return (await acted).status;
}

const recommends = 'update comments set recommendations = recommendations + 1, recount_at = now() where id = $1';
const deletes = `update comments set body = '', status = 'removed', withdrawn_at = now() where id = $1`;

describe('what a reader changes while the desk does is kept', () => {
  test.each([
    ['one', (id: string) => `/comments/${id}`],
    ['several at once', (id: string) => `/comments?where[id][in][0]=${id}`],
  ])('where it picks %s', async (_, path) => {
    const id = await comment();
    const status = await meanwhile(recommends, id, () => desk.as('moderator', 'PATCH', path(id), { pick: true }));
    expect(status).toBe(200);
    expect(await stored(id)).toMatchObject({ pick: true, recommendations: 1, isToRecount: true });
  });

  test('where pinning another takes the pin from it', async () => {
    const first = await comment({ pinned: true });
    const second = await comment();
    await meanwhile(recommends, first, () => desk.as('moderator', 'PATCH', `/comments/${second}`, { pinned: true }));
    expect(await stored(first)).toMatchObject({ pinned: false, recommendations: 1, isToRecount: true });
    expect(await stored(second)).toMatchObject({ pinned: true });
  });

  test('and what they deleted does not come back', async () => {
    const id = await comment();
    await meanwhile(deletes, id, () => desk.as('moderator', 'PATCH', `/comments/${id}`, { pick: true }));
    expect(await stored(id)).toMatchObject({ body: '', status: 'removed', pick: false });
  });
});

test('nobody but the desk can make a comment wait, nor is there one without an id', async () => {
  expect(
    (await desk.as('reporter', 'PATCH', `/comments?where[article][equals]=${article}`, { pick: true })).status,
  ).toBe(403);
  expect((await desk.as('moderator', 'PATCH', '/comments/none', { pick: true })).status).toBe(404);
});
