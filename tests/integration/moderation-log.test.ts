import { randomUUID } from 'node:crypto';
import { beforeAll, expect, test } from 'vitest';
import { logQuestion } from '../../cms/src/moderation/desk/log-question.ts';
import { readLog } from '../../cms/src/moderation/desk/read-log.ts';
import { query } from '../support/database.ts';
import { openDesk, type Desk } from './desk.ts';

let desk: Desk;
let article: string;
beforeAll(async () => {
  desk = await openDesk();
  article = (await desk.create('articles', desk.story({ _status: 'published', headline: 'A ferry runs' }))).id;
});

const read = (asked: object = {}, seesReaders = true) =>
  readLog(desk.payload.db.pool, logQuestion.parse(asked), seesReaders);
const newest = async (count: number, asked: object = {}, seesReaders = true) =>
  (await read(asked, seesReaders)).entries.slice(0, count);
const reader = async () =>
  (await desk.create('readers', { email: `${randomUUID()}@example.org`, name: 'Njeri Kamau', status: 'active' })).id;
const comment = async (more: object = {}) =>
  (
    await desk.create('comments', {
      article,
      authorName: 'Njeri Kamau',
      body: 'What I think.',
      key: randomUUID(),
      status: 'published',
      ...more,
    })
  ).id;
const act = (who: string, body: object) =>
  desk.as('moderator', 'POST', `/newsroom/moderation/readers/${who}/acts`, body);

test('what the staff deletes is logged, each reply for itself; what it said is not', async () => {
  const first = await comment();
  const reply = await comment({ parent: first, root: first });
  expect((await desk.as('admin', 'DELETE', `/comments/${first}`)).status).toBe(200);
  expect(await newest(2)).toMatchObject([
    { act: 'delete', comment: first, before: 'published', by: 'admin', article: { headline: 'A ferry runs' } },
    { act: 'delete', comment: reply, before: 'published', by: 'admin' },
  ]);
  expect(JSON.stringify(await query(desk.database, 'select * from moderation_log'))).not.toContain('What I think.');
});

test('of a deleted reader the log says that it was done, and nothing of who they were', async () => {
  const id = await reader();
  await act(id, { act: 'note', text: 'Njeri Kamau is Amani’s cousin.' });
  await act(id, { act: 'suspend', text: 'Njeri again.' });
  expect(await newest(2, { reader: id })).toMatchObject([
    { act: 'suspend', reason: 'Njeri again.', reader: { id, name: 'Njeri Kamau' } },
    { act: 'note', reason: 'Njeri Kamau is Amani’s cousin.' },
  ]);
  expect((await desk.as('admin', 'DELETE', `/readers/${id}`)).status).toBe(200);
  expect(await newest(3)).toMatchObject([
    { act: 'erase', by: 'admin', reader: null },
    { act: 'suspend', reason: null, reader: null },
    { act: 'note', reason: null, reader: null },
  ]);
  const kept = JSON.stringify([
    await query(desk.database, 'select * from moderation_log'),
    await query(desk.database, 'select * from moderation_log_readers'),
  ]);
  for (const said of [id, 'Njeri', 'cousin']) expect(kept).not.toContain(said);
});

test('an export is logged, with whether it carries addresses', async () => {
  expect((await desk.as('moderator', 'GET', '/newsroom/comments/export')).status).toBe(403);
  await desk.as('admin', 'GET', '/newsroom/comments/export?addresses=yes');
  await desk.as('admin', 'GET', '/newsroom/comments/export');
  expect(await newest(2, { kind: 'exports' })).toMatchObject([
    { act: 'export', after: 'comments', by: 'admin' },
    { act: 'export', after: 'addresses', by: 'admin' },
  ]);
});

test('is asked by kind, by whom and by what it is about, and shows editors no reader', async () => {
  const who = await reader();
  const one = await comment({ reader: who });
  await desk.as('editor', 'PATCH', `/comments/${one}`, { status: 'removed' });
  await act(who, { act: 'note', text: 'A note.' });
  await desk.as('moderator', 'POST', `/newsroom/moderation/threads/${article}`, { mode: 'held' });
  const acts = async (asked: object, seesReaders = true) =>
    (await read(asked, seesReaders)).entries.map((entry) => entry.act);
  expect(await acts({ kind: 'threads' })).toEqual(['thread']);
  expect((await acts({ article })).slice(0, 2)).toEqual(['thread', 'decide']);
  expect(await acts({ comment: one })).toEqual(['decide']);
  expect(await acts({ reader: who })).toEqual(['note', 'decide']);
  expect(await acts({ reader: who, kind: 'comments', staff: desk.staff.editor.id })).toEqual(['decide']);
  expect(await acts({ staff: desk.staff.reporter.id })).toEqual([]);
  expect(await acts({ kind: 'readers' }, false)).toEqual([]);
  expect((await newest(2, {}, false)).map((entry) => [entry.act, entry.reader])).toEqual([
    ['thread', null],
    ['decide', null],
  ]);
});

test('is read to its first line, a page at a time', async () => {
  await query(
    desk.database,
    "insert into moderation_log (act, before, after) select 'settings', n, n from generate_series(1, 120) n",
  );
  const counts: number[] = [];
  const seen = new Set<string>();
  for (let before: string | null | undefined; before !== null;) {
    const { entries, next }: Awaited<ReturnType<typeof read>> = await read({ kind: 'settings', before });
    counts.push(entries.length);
    for (const { id } of entries) seen.add(id);
    before = next;
  }
  expect([counts, seen.size]).toEqual([[50, 50, 20], 120]);
});
