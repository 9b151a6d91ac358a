import { randomUUID } from 'node:crypto';
import { beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { Role } from '../../cms/src/access/roles.ts';
import type { CommentContext, Decided, Queue, ReaderRecord } from '../../cms/src/moderation/desk/shapes.ts';
import { endSuspensions } from '../../cms/src/moderation/end-suspensions.ts';
import { query } from '../support/database.ts';
import { openDesk, type Desk } from './desk.ts';

let desk: Desk;
let article: string;
beforeAll(async () => {
  desk = await openDesk();
  article = (await desk.create('articles', desk.story({ _status: 'published' }))).id;
});
beforeEach(() => query(desk.database, 'delete from comments'));

const reader = async (more: object = {}) =>
  (
    await desk.create('readers', {
      email: `${randomUUID()}@example.org`,
      name: 'Njeri Kamau',
      status: 'active',
      ...more,
    })
  ).id;
const comment = async (more: object = {}) =>
  (
    await desk.create('comments', {
      article,
      authorName: 'Njeri Kamau',
      body: `What I think: ${randomUUID()}`,
      key: randomUUID(),
      status: 'held',
      ...more,
    })
  ).id;
const report = async (id: string, reason = '') =>
  query(desk.database, 'insert into comment_reports (comment_id, reader_id, reason) values ($1, $2, $3)', [
    id,
    await reader(),
    reason,
  ]);
const ask = async <Answer>(path: string, body?: object, role: Role | null = 'moderator') => {
  const answer = await desk.as(role, body ? 'POST' : 'GET', `/newsroom/moderation${path}`, body);
  return { status: answer.status, body: answer.body as unknown as Answer };
};
const queue = async (view: string) => (await ask<Queue>(`/queue?view=${view}`)).body;
const decide = async (ids: string[], from: string, to: string, reason = '', role: Role = 'moderator') =>
  (await ask<Decided>('/decisions', { comments: ids.map((id) => ({ id, from })), to, reason }, role)).body;
const statuses = async (...ids: string[]) => {
  const rows = await query<{ id: string; status: string }>(
    desk.database,
    'select id, status from comments where id = any($1)',
    [ids],
  );
  return ids.map((id) => rows.find((row) => row.id === id)?.status);
};

describe('the queue', () => {
  test('has what waits longest first, and says why', async () => {
    const first = await comment({ heldFor: 'links' });
    const second = await comment({ heldFor: 'new-reader' });
    await comment({ status: 'published' });
    const { items, counters } = await queue('held');
    expect(items.map(({ id }) => id)).toEqual([first, second]);
    expect(items[0]).toMatchObject({ heldFor: 'Many links.', article: { id: article } });
    expect(counters).toMatchObject({ waiting: 2, reported: 0 });
    expect(Date.parse(counters.oldest ?? '')).toBeLessThanOrEqual(Date.now());
  });

  test('has what is reported until somebody has looked', async () => {
    const [little, much] = [await comment({ status: 'published' }), await comment({ status: 'published' })];
    await report(little);
    for (const reason of ['Rude', 'Rude', '']) await report(much, reason);
    expect((await queue('reported')).items.map(({ id, reports }) => [id, reports])).toEqual([
      [much, 3],
      [little, 1],
    ]);
    expect(await decide([much], 'published', 'published')).toMatchObject({ decided: [much] });
    expect((await queue('reported')).items.map(({ id }) => id)).toEqual([little]);
    await query(desk.database, "update comment_reports set created_at = created_at + interval '1 minute'");
    expect((await queue('reported')).counters.reported).toBe(2);
  });

  test('says what is pinned, picked or a reply, as moderators mark it', async () => {
    const first = await comment({ status: 'published' });
    const second = await comment({ status: 'published' });
    const reply = await comment({ status: 'published', parent: first, root: first });
    const mark = async (id: string, marks: object) =>
      expect((await desk.as('moderator', 'PATCH', `/comments/${id}?depth=0`, marks)).status).toBe(200);
    const marks = async () =>
      Object.fromEntries(
        (await queue('recent')).items.map(({ id, pinned, pick, root }) => [id, { pinned, pick, root }]),
      );
    await mark(first, { pinned: true });
    await mark(reply, { pinned: true });
    await mark(reply, { pick: true });
    expect(await marks()).toEqual({
      [first]: { pinned: true, pick: false, root: null },
      [second]: { pinned: false, pick: false, root: null },
      [reply]: { pinned: false, pick: true, root: first },
    });
    await mark(second, { pinned: true });
    await mark(reply, { pick: false });
    expect(await marks()).toMatchObject({
      [first]: { pinned: false },
      [second]: { pinned: true },
      [reply]: { pick: false },
    });
  });

  test('counts the median of those that waited', async () => {
    for (const minutes of [1, 3, 60]) {
      const id = await comment({ heldFor: 'links' });
      await decide([id], 'held', 'published');
      await query(
        desk.database,
        "update comments set created_at = decided_at - $2 * interval '1 minute' where id = $1",
        [id, minutes],
      );
    }
    await comment({ status: 'published' });
    expect((await queue('held')).counters.medianSeconds).toBeCloseTo(180);
  });
});

describe('a decision', () => {
  test('of several at once is taken back at once, by whoever took it', async () => {
    const ids = [await comment(), await comment()];
    const { batch, decided } = await decide(ids, 'held', 'refused', 'It attacks a person.');
    expect(decided.toSorted()).toEqual(ids.toSorted());
    expect(await statuses(...ids)).toEqual(['refused', 'refused']);
    const reasons = await query(desk.database, 'select refusal_reason from comments');
    expect(reasons).toEqual([{ refusal_reason: 'It attacks a person.' }, { refusal_reason: 'It attacks a person.' }]);
    expect((await ask<Decided>(`/decisions/${batch}/undo`, {}, 'editor')).body.decided).toEqual([]);
    expect((await ask<Decided>(`/decisions/${batch}/undo`, {})).body.decided.toSorted()).toEqual(ids.toSorted());
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
    expect((await ask<Decided>(`/decisions/${won?.batch}/undo`, {})).body.decided).toEqual([]);
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
    expect((await ask<Decided>(`/decisions/${batch}/undo`, {})).body).toMatchObject({ decided: [], skipped: [id] });
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
    ['no state', { comments: [{ id: randomUUID(), from: 'held' }] }],
    ['another state', { comments: [{ id: randomUUID(), from: 'held' }], to: 'deleted' }],
    ['a query', { comments: [{ id: { not_equals: null }, from: 'held' }], to: 'published' }],
  ])('is refused with %s', async (_what, body) => expect((await ask('/decisions', body)).status).toBe(400));
});

describe('a reader', () => {
  const act = (id: string, body: object, role: Role | null = 'moderator') =>
    ask<ReaderRecord>(`/readers/${id}/acts`, body, role);

  test('has a record beside the comment, for moderators', async () => {
    const id = await reader();
    await comment({ reader: id, status: 'refused' });
    await comment({ reader: id, status: 'published' });
    const judged = await comment({ reader: id });
    const seen = (await ask<CommentContext>(`/comments/${judged}`)).body;
    expect(seen.reader).toMatchObject({ id, counts: { held: 1, published: 1, refused: 1, removed: 0 }, warnings: 0 });
    expect(seen.thread).toHaveLength(1);
    const editors = await ask<CommentContext>(`/comments/${judged}`, undefined, 'editor');
    expect([editors.status, editors.body.reader]).toEqual([200, null]);
    expect(JSON.stringify((await ask('/queue?view=held', undefined, 'editor')).body)).not.toContain(id);
  });

  test('is warned by mail, in words that the log keeps', async () => {
    const id = await reader();
    const { body } = await act(id, { act: 'warn', text: 'Say it <politely>.' });
    expect(body).toMatchObject({ warnings: 1, log: [{ act: 'warn', by: 'moderator', reason: 'Say it <politely>.' }] });
    const [mail] = await query<{ text: string; html: string }>(
      desk.database,
      'select text, html from mail_queue where reader_id = $1',
      [id],
    );
    expect(mail?.text).toContain('Say it <politely>.');
    expect(mail?.html).toContain('Say it &lt;politely&gt;.');
  });

  test('is suspended until a day, which ends their sessions, and let back', async () => {
    const id = await reader();
    await query(
      desk.database,
      "insert into reader_sessions (id, user_id, expires_at) values ('x', $1, now() + interval '1 day')",
      [id],
    );
    const { body } = await act(id, { act: 'suspend', text: 'Third warning.', days: 7 });
    expect(body.status).toBe('suspended');
    expect(Math.round((Date.parse(body.suspendedUntil ?? '') - Date.now()) / 86_400_000)).toBe(7);
    expect(body.log).toMatchObject([{ act: 'suspend', reason: 'Third warning.' }]);
    expect(await query(desk.database, 'select 1 from reader_sessions where user_id = $1', [id])).toEqual([]);
    expect((await act(id, { act: 'lift' })).body).toMatchObject({ status: 'active', suspendedUntil: null });
    expect((await act(id, { act: 'lift' })).status).toBe(409);
  });

  test('may post again when their time is up, as the log says, and not before', async () => {
    const [over, later, open] = [await reader(), await reader(), await reader()];
    await act(over, { act: 'suspend', text: 'A week.', days: 7 });
    await act(later, { act: 'suspend', text: 'A day.', days: 1 });
    await act(open, { act: 'suspend', text: 'For good.' });
    await query(desk.database, "update readers set suspended_until = now() - interval '1 second' where id = $1", [
      over,
    ]);
    const wait = await endSuspensions(desk.payload);
    expect(wait).toBe(3_600_000);
    const record = async (id: string) => (await ask<ReaderRecord>(`/readers/${id}`)).body;
    expect(await record(over)).toMatchObject({ status: 'active', suspendedUntil: null });
    expect((await record(over)).log[0]).toMatchObject({ act: 'lift', by: null });
    for (const id of [later, open]) expect((await record(id)).status).toBe('suspended');
    await query(desk.database, "update readers set suspended_until = now() + interval '90 seconds' where id = $1", [
      later,
    ]);
    expect(await endSuspensions(desk.payload)).toBeLessThanOrEqual(90_000);
  });

  test('who has not confirmed their address is not made active by it', async () => {
    const id = await reader({ status: 'unverified' });
    expect((await act(id, { act: 'suspend', text: 'No.' })).status).toBe(409);
    expect((await act(id, { act: 'lift' })).status).toBe(409);
  });

  test.each(['reporter', 'editor', null] as const)('is nothing to %s', async (role) => {
    const id = await reader();
    expect([401, 403]).toContain((await act(id, { act: 'note', text: 'x' }, role)).status);
    expect([401, 403]).toContain((await ask(`/readers/${id}`, undefined, role)).status);
  });
});

test.each(['reporter', null] as const)('%s sees no queue and decides nothing', async (role) => {
  const id = await comment();
  for (const path of ['/queue', `/comments/${id}`])
    expect([401, 403]).toContain((await ask(path, undefined, role)).status);
  const decision = { comments: [{ id, from: 'held' }], to: 'published' };
  expect([401, 403]).toContain((await ask('/decisions', decision, role)).status);
  expect(await statuses(id)).toEqual(['held']);
});
