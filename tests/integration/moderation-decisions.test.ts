import { randomUUID } from 'node:crypto';
import { beforeEach, describe, expect, test } from 'vitest';
import type { CommentContext, Decided } from '../../cms/src/moderation/desk/shapes.ts';
import { query } from '../support/database.ts';
import { openModeration } from './moderation-desk.ts';

const { desk, article, comment, ask, queue, decide, undo, statuses, stored } = await openModeration();
beforeEach(() => query(desk.database, 'delete from comments'));

describe('a decision', () => {
  test('of several at once is taken back at once, by whoever took it', async () => {
    const ids = [await comment(), await comment()];
    const { batch, decided } = await decide(ids, 'held', 'refused', 'It attacks a person.');
    expect(decided.toSorted()).toEqual(ids.toSorted());
    expect(await statuses(...ids)).toEqual(['refused', 'refused']);
    const reasons = await query(desk.database, 'select refusal_reason from comments');
    expect(reasons).toEqual([{ refusal_reason: 'It attacks a person.' }, { refusal_reason: 'It attacks a person.' }]);
    expect((await undo(batch, 'editor')).decided).toEqual([]);
    expect((await undo(batch)).decided.toSorted()).toEqual(ids.toSorted());
    expect(await statuses(...ids)).toEqual(['held', 'held']);
    expect((await ask<CommentContext>(`/comments/${ids[0]}`)).body.log).toMatchObject([
      { by: 'moderator', before: 'refused', after: 'held' },
      { by: 'moderator', before: 'held', after: 'refused', reason: 'It attacks a person.' },
    ]);
  });

  test('does not overrule what somebody else has decided since', async () => {
    const id = await comment();
    const answers = await Promise.all([
      decide([id], 'held', 'published', '', 'moderator'),
      decide([id], 'held', 'refused', '', 'editor'),
    ]);
    expect(answers.flatMap(({ decided }) => decided)).toEqual([id]);
    const [won] = answers.filter(({ batch }) => batch !== null);
    await desk.update('comments', id, { status: 'removed' });
    expect((await undo(won?.batch ?? null)).decided).toEqual([]);
    expect(await statuses(id)).toEqual(['removed']);
  });

  test('leaves alone what its reader has taken away, and decides the rest', async () => {
    const [gone, removed] = [await comment({ status: 'published' }), await comment({ status: 'published' })];
    await decide([gone, removed], 'published', 'removed');
    await query(desk.database, "update comments set body = '', withdrawn_at = now() where id = $1", [gone]);
    expect(await decide([gone, removed], 'removed', 'published')).toMatchObject({
      decided: [removed],
      skipped: [gone],
    });
    expect(await statuses(gone, removed)).toEqual(['removed', 'published']);
  });

  test.each([
    ['now()', 'Its reader has deleted this comment. It cannot be restored.'],
    ['null', 'What this comment said is gone. It cannot be restored.'],
  ])('brings no words back, and says why, where withdrawn_at is %s', async (withdrawnAt, sentence) => {
    const id = await comment({ status: 'published' });
    const { batch } = await decide([id], 'published', 'removed');
    await query(desk.database, `update comments set body = '', withdrawn_at = ${withdrawnAt} where id = $1`, [id]);
    for (const status of ['published', 'held', 'refused']) {
      const answer = await desk.as('admin', 'PATCH', `/comments/${id}`, { status });
      expect([answer.status, answer.body?.errors]).toMatchObject([409, [{ message: sentence }]]);
    }
    expect(await undo(batch)).toMatchObject({ decided: [], skipped: [id] });
    expect(await statuses(id)).toEqual(['removed']);
    expect((await queue('recent')).items[0]).toMatchObject({ id, body: '' });
  });

  test('tells the site in the same transaction', async () => {
    const id = await comment();
    await decide([id], 'held', 'published');
    expect(await desk.outboxOf(id)).toMatchObject([{ op: 'put', kind: 'comment' }]);
  });

  test.each([
    ['nothing chosen', { comments: [], to: 'published' }],
    ['no state', { comments: [{ id: randomUUID(), from: 'held', edited: null }] }],
    ['another state', { comments: [{ id: randomUUID(), from: 'held', edited: null }], to: 'deleted' }],
    ['a query', { comments: [{ id: { not_equals: null }, from: 'held', edited: null }], to: 'published' }],
    ['words that nobody says to have read', { comments: [{ id: randomUUID(), from: 'held' }], to: 'published' }],
    [
      'one comment twice',
      { comments: ['held', 'published'].map((from) => ({ id: article, from, edited: null })), to: 'published' },
    ],
  ])('is refused with %s', async (_what, body) => expect((await ask('/decisions', body)).status).toBe(400));
});

describe('what its reader has changed since it was read', () => {
  const change = (id: string, body: string) =>
    query(desk.database, `update comments set body = $2, edited_at = now() where id = $1`, [id, body]);

  test.each([
    ['held', 'published'],
    ['held', 'refused'],
    ['published', 'published'],
    ['published', 'removed'],
  ])('is not decided, and its new words are told: %s to %s', async (from, to) => {
    const [changed, other] = [await comment({ status: from }), await comment({ status: from })];
    await change(changed, 'Something else.');
    const answer = await decide([changed, other], from, to);
    expect(answer).toMatchObject({ decided: [other], skipped: [] });
    expect(answer.changed).toEqual([{ id: changed, body: 'Something else.', edited: expect.any(String) }]);
    expect(await statuses(changed, other)).toEqual([from, to]);
  });

  test('is decided by who has read it, as the queue tells it', async () => {
    const id = await comment();
    expect((await queue('held')).items).toMatchObject([{ id, edited: null }]);
    await change(id, 'Something else.');
    const [item] = (await queue('held')).items;
    const comments = [{ id, from: 'held', edited: item?.edited }];
    const { body } = await ask<Decided>('/decisions', { comments, to: 'published' });
    expect(body).toMatchObject({ decided: [id], changed: [] });
  });
});

test('the queue tells of comments that are asked for, whatever the view has', async () => {
  const [held, published] = [await comment(), await comment({ status: 'published' })];
  const { items, asked } = await queue('held', [published, randomUUID()]);
  expect(items.map(({ id }) => id)).toEqual([held]);
  expect(asked).toMatchObject([{ id: published, status: 'published' }]);
  expect((await queue('held', ['x'])).asked).toEqual([]);
});

describe('a decision that changes nothing', () => {
  test('costs a reader whose comment was refused no more trust', async () => {
    const id = await comment();
    await decide([id], 'held', 'refused');
    const before = await stored(id);
    expect(await decide([id], 'refused', 'refused')).toMatchObject({ decided: [id] });
    expect(await stored(id)).toEqual(before);
  });

  test('is none where the words are gone', async () => {
    const id = await comment({ status: 'published' });
    await query(desk.database, "update comments set body = '' where id = $1", [id]);
    expect(await decide([id], 'published', 'published')).toMatchObject({ decided: [], skipped: [id] });
  });
});

describe('the counters', () => {
  const since = async (id: string, minutes: number) =>
    query(
      desk.database,
      `update comments set created_at = now() - interval '90 days',
        decided_at = case when decided_at is not null then now() - make_interval(mins => $2) end where id = $1`,
      [id, minutes],
    );
  const counters = async () => (await queue('held')).counters;
  // Its guard keeps the log from being emptied.
  beforeEach(() =>
    query(desk.database, 'begin; set local session_replication_role = replica; delete from moderation_log; commit'),
  );

  test('have the median of those that waited, from when they came to wait', async () => {
    for (const minutes of [1, 3, 60]) {
      const id = await comment({ heldFor: 'links' });
      await query(desk.database, 'update comments set created_at = now() - make_interval(mins => $2) where id = $1', [
        id,
        minutes,
      ]);
      await decide([id], 'held', 'published');
    }
    expect((await counters()).medianSeconds).toBeCloseTo(180, -1);
    const old = await comment({ status: 'published' });
    await desk.update('comments', old, { status: 'held' });
    await since(old, 3);
    expect(Date.parse((await counters()).oldest ?? '') / 60_000).toBeCloseTo(Date.now() / 60_000 - 3, 0);
    for (const [from, to] of [
      ['held', 'published'],
      ['published', 'published'],
      ['published', 'removed'],
    ] as const) {
      await decide([old], from, to);
      await since(old, 100_000);
      expect((await counters()).medianSeconds, `${from} to ${to}`).toBeCloseTo(180, -1);
    }
    expect((await counters()).oldest).toBeNull();
  });
});
