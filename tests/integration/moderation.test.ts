import { randomUUID } from 'node:crypto';
import { beforeEach, describe, expect, test } from 'vitest';
import { ownComment } from '../../shared/src/comment.ts';
import { connect, query, waitingFor } from '../support/database.ts';
import { openModerated, said, stateOf } from './moderated-comments.ts';
import type { Reader } from './reader-client.ts';
import { decide, knownReader, standingOf } from './reader-comments.ts';

const { api, settle, post, reasonOf } = await openModerated();

beforeEach(async () => {
  await settle({});
  await api.forgetLimits();
});

describe('trust', () => {
  const withdraw = (reader: Reader, comment: string) => reader.json('/api/reader/comments/delete', { comment });

  test('is earned by as many approved comments as the newsroom wants, and lost by a refusal', async () => {
    await settle({ holdNew: true, trustAfter: 2 });
    const { id } = await api.publish();
    const reader = await api.reader();
    for (const because of ['new-reader', 'new-reader']) {
      const own = await post(reader, id);
      expect(await reasonOf(own.clone())).toBe(because);
      await decide(api, ownComment.parse(await own.json()).id, 'published');
    }
    const trusted = ownComment.parse(await (await post(reader, id)).json());
    expect(trusted.state).toBe('published');
    await decide(api, trusted.id, 'removed');
    const again = await post(reader, id);
    expect(await reasonOf(again)).toBe('distrusted');
  });

  test('is earned by nothing that was published unread: under an article that lets everybody, nor before anybody waited', async () => {
    await settle({ holdNew: true });
    const lax = await api.publish({ commentPolicy: { newReaders: 'publish' } });
    const { id } = await api.publish();
    const reader = await api.reader();
    expect(await stateOf(await post(reader, lax.id))).toBe('published');
    expect(await reasonOf(await post(reader, id))).toBe('new-reader');
    await settle({ holdNew: false });
    const unread = ownComment.parse(await (await post(reader, id)).json());
    expect(unread.state).toBe('published');
    await settle({ holdNew: true });
    const waiting = await post(reader, id);
    expect(await reasonOf(waiting.clone())).toBe('new-reader');
    await decide(api, ownComment.parse(await waiting.json()).id, 'published');
    expect(await stateOf(await post(reader, id))).toBe('published');
  });

  test.each(['refused', 'removed'] as const)('stays lost where its reader deletes what was %s', async (status) => {
    await settle({ holdNew: true });
    const { id } = await api.publish();
    const reader = await knownReader(api);
    await settle({ holdNew: true, holdAll: status === 'refused' });
    const bad = ownComment.parse(await (await post(reader, id)).json());
    await decide(api, bad.id, status);
    await settle({ holdNew: true });
    expect(await reasonOf(await post(reader, id))).toBe('distrusted');
    expect((await withdraw(reader, bad.id)).status).toBe(200);
    expect(await reasonOf(await post(reader, id))).toBe('distrusted');
  });

  test('stays lost where its reader deleted a comment while the desk was removing it', async () => {
    await settle({ holdNew: true });
    const { id } = await api.publish();
    const reader = await knownReader(api);
    const bad = ownComment.parse(await (await post(reader, id)).json());
    const desk = await connect(api.database);
    await desk.query('begin');
    await desk.query('select 1 from comments where id = $1 for update', [bad.id]);
    const deleted = withdraw(reader, bad.id);
    await expect.poll(() => waitingFor(api.database, 'comments')).toBeGreaterThan(0);
    await desk.query("update comments set status = 'removed', decided_at = clock_timestamp() where id = $1", [bad.id]);
    await desk.query('commit');
    expect((await deleted).status).toBe(200);
    expect(await reasonOf(await post(reader, id))).toBe('distrusted');
  });

  test('is lost by nobody who deletes what is published or still waits', async () => {
    await settle({ holdNew: true });
    const { id } = await api.publish();
    const reader = await knownReader(api);
    await settle({ holdNew: true, holdAll: true });
    const waiting = ownComment.parse(await (await post(reader, id)).json());
    await settle({ holdNew: true });
    const shown = ownComment.parse(await (await post(reader, id)).json());
    expect([waiting.state, shown.state]).toEqual(['held', 'published']);
    for (const own of [waiting, shown]) expect((await withdraw(reader, own.id)).status).toBe(200);
    expect(await stateOf(await post(reader, id))).toBe('published');
  });

  test('is asked for under one article where the newsroom does not ask, and the reverse', async () => {
    const strict = await api.publish({ commentPolicy: { newReaders: 'hold' } });
    expect(await stateOf(await post(await api.reader(), strict.id))).toBe('held');
    await settle({ holdNew: true });
    const lax = await api.publish({ commentPolicy: { newReaders: 'publish' } });
    expect(await stateOf(await post(await api.reader(), lax.id))).toBe('published');
  });
});

describe('reports', () => {
  const report = (reader: Reader, comment: string, more: object = {}) =>
    reader.json('/api/reader/comments/report', { comment, reason: 'attack', ...more });
  const posted = async () => {
    const { id } = await api.publish();
    const writer = await api.reader();
    return { writer, id: ownComment.parse(await (await post(writer, id)).json()).id };
  };

  test('of enough readers take a comment off the site until the desk has read it, and count anew from there', async () => {
    await settle({ reports: 2 });
    const { id } = await posted();
    const [first, second, third] = [await api.reader(), await api.reader(), await api.reader()];
    expect((await report(first, id)).status).toBe(204);
    expect((await report(first, id, { reason: 'other', note: 'Again.' })).status).toBe(204);
    expect((await standingOf(api, id))?.status).toBe('published');
    await report(second, id);
    expect(await standingOf(api, id)).toEqual({ status: 'held', held_for: 'reports' });
    const [row] = await query<{ data: { removed: boolean } }>(
      api.database,
      'select data from outbox where document = $1 order by seq desc limit 1',
      [id],
    );
    expect(row?.data.removed).toBe(true);
    await decide(api, id, 'published');
    await report(third, id);
    expect((await standingOf(api, id))?.status).toBe('published');
  });

  test('that waited for a decision, or for one another, come after it, each later than the last', async () => {
    await settle({ reports: 0 });
    const { id } = await posted();
    const readers = [await api.reader(), await api.reader(), await api.reader()];
    const desk = await connect(api.database);
    await desk.query('begin');
    await desk.query('select 1 from comments where id = $1 for update', [id]);
    const sent = readers.map((reader) => report(reader, id));
    await expect.poll(() => waitingFor(api.database, 'comments')).toBeGreaterThanOrEqual(readers.length);
    await desk.query('update comments set decided_at = clock_timestamp() where id = $1', [id]);
    await desk.query('commit');
    for (const answer of await Promise.all(sent)) expect(answer.status).toBe(204);
    const [row] = await query(
      api.database,
      `select count(distinct report.created_at)::int as moments, bool_and(report.created_at > decided_at) as "isAfter"
       from comment_reports report join comments on comments.id = report.comment_id where comments.id = $1`,
      [id],
    );
    expect(row).toEqual({ moments: readers.length, isAfter: true });
  });

  test('are refused of one’s own, of what is not public, without a reason, and of nobody', async () => {
    const { writer, id } = await posted();
    expect((await report(writer, id)).status).toBe(422);
    const reader = await api.reader();
    expect((await report(reader, id, { reason: 'envy' })).status).toBe(422);
    expect((await report(reader, randomUUID())).status).toBe(404);
    expect((await api.visitor().json('/api/reader/comments/report', { comment: id, reason: 'other' })).status).toBe(
      401,
    );
    await decide(api, id, 'removed');
    expect((await report(reader, id)).status).toBe(404);
    expect(await query(api.database, 'select 1 from comment_reports where comment_id = $1', [id])).toEqual([]);
  });

  test('are made with a form alone, which says what is missing and keeps what was written', async () => {
    const { id } = await posted();
    const asked = await api.visitor().call(`/api/reader/comments/report?comment=${id}`);
    expect(new URL(asked.headers.get('location')!).searchParams.get('returnTo')).toBe(
      `/api/reader/comments/report?comment=${id}`,
    );
    const reader = await api.reader();
    const page = await (await reader.call(`/api/reader/comments/report?comment=${id}`)).text();
    expect(page).toContain('What I think, ');
    const again = await (await reader.form('/api/reader/comments/report', { comment: id, note: '<b>Look' })).text();
    expect(again).toContain('Choose what is wrong with it.');
    expect(again).toContain('&lt;b&gt;Look');
    const done = await reader.form('/api/reader/comments/report', { comment: id, reason: 'untrue', note: '' });
    expect(await done.text()).toContain('The newsroom will read it.');
  });
});

describe('the same text again', () => {
  test('is refused in its thread, though it looks different', async () => {
    const { id } = await api.publish();
    const reader = await api.reader();
    expect((await post(reader, id, 'Buy cheap maize flour from me')).status).toBe(201);
    expect(await said(await post(reader, id, 'BUY  CHEAP MАIZE FLOUR, FROM ME!'))).toEqual({
      status: 409,
      code: 'repeated',
    });
  });

  test('waits where three others wrote it', async () => {
    const { id } = await api.publish();
    const states = [];
    for (let i = 0; i < 4; i++) {
      states.push(await stateOf(await post(await api.reader(), id, 'Everybody must write exactly this one line')));
    }
    expect(states).toEqual(['published', 'published', 'published', 'held']);
  });
});

describe('words', () => {
  test('count in the language of the article, and change at once with the settings', async () => {
    const swahili = await api.publish({ language: 'sw' });
    const english = await api.publish();
    const reader = await api.reader();
    expect(await stateOf(await post(reader, swahili.id, 'Wewe ni mjinga sana'))).toBe('published');
    await settle({ words: [{ language: 'sw', do: 'hold', list: 'mjinga\nmwizi' }] });
    expect(await reasonOf(await post(reader, swahili.id, 'Yeye ni mjinga'))).toBe('words');
    expect(await stateOf(await post(reader, english.id, 'Yeye ni mjinga'))).toBe('published');
    await settle({ words: [{ language: null, do: 'refuse', list: 'mjinga' }] });
    expect(await said(await post(reader, english.id, 'Nyinyi ni mjinga'))).toEqual({
      status: 422,
      code: 'unwanted-words',
    });
  });

  test('that the desk writes wrong are said at their field', async () => {
    await expect(settle({ watchedDomains: ['https://spam.example'] })).rejects.toThrow(/Watched Domains/i);
  });
});

describe('threads are closed', () => {
  test('all at once, and open again', async () => {
    const { id } = await api.publish();
    const reader = await api.reader();
    await settle({ closeAll: true });
    expect(await said(await post(reader, id))).toEqual({ status: 409, code: 'thread-closed' });
    await settle({});
    expect((await post(reader, id)).status).toBe(201);
  });

  test('by their age, which an article can have otherwise', async () => {
    const old = await api.publish();
    const kept = await api.publish({ commentPolicy: { closeAfterDays: 0 } });
    await query(api.database, "update articles set published_at = now() - interval '8 days' where id = any($1)", [
      [old.id, kept.id],
    ]);
    await settle({ closeAfterDays: 7 });
    const reader = await api.reader();
    expect((await post(reader, old.id)).status).toBe(409);
    expect((await post(reader, kept.id)).status).toBe(201);
  });

  test.each([-1, 0.5])('not after %s days', async (days) => {
    await expect(settle({ closeAfterDays: days })).rejects.toThrow(/Close threads after days/);
    await expect(api.publish({ commentPolicy: { closeAfterDays: days } })).rejects.toThrow(/close after days/i);
    const accounts = { idleDays: days } as never;
    await expect(api.payload.updateGlobal({ slug: 'newsroom-settings', data: { accounts } })).rejects.toThrow(
      /Days without a log-in/,
    );
  });
});
