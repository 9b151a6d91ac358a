import { beforeEach, describe, expect, test } from 'vitest';
import type { Role } from '../../cms/src/access/roles.ts';
import type { CommentContext, ReaderRecord } from '../../cms/src/moderation/desk/shapes.ts';
import { endSuspensions } from '../../cms/src/moderation/end-suspensions.ts';
import { query } from '../support/database.ts';
import { openModeration } from './moderation-desk.ts';

const { desk, article, reader, comment, report, ask, queue, decide, statuses } = await openModeration();
beforeEach(() => query(desk.database, 'delete from comments'));

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

  test('has no removal in their record that was their own', async () => {
    const id = await reader();
    for (const after of ['0 minutes', '1 minute']) {
      const gone = await comment({ reader: id, status: 'removed' });
      await query(
        desk.database,
        `update comments set body = '', decided_at = now(), withdrawn_at = now() + $2::interval where id = $1`,
        [gone, after],
      );
    }
    expect((await ask<ReaderRecord>(`/readers/${id}`)).body.counts).toMatchObject({ removed: 1 });
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
  const decision = { comments: [{ id, from: 'held', edited: null }], to: 'published' };
  expect([401, 403]).toContain((await ask('/decisions', decision, role)).status);
  expect(await statuses(id)).toEqual(['held']);
});
