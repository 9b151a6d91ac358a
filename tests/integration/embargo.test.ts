import { afterEach, expect, test } from 'vitest';
import { query } from '../support/database.ts';
import { openDesk } from './desk.ts';
import { scheduling, soon } from './scheduling.ts';

const desk = await openDesk();
const schedules = scheduling(desk);
const { draft, opsOf, run } = schedules;
// What one test leaves to come would be carried out in the next.
afterEach(() => query(desk.database, 'delete from payload_jobs'));

test('an embargo lets nobody publish before its end, in whichever way, and says when that is in the newsroom’s time', async () => {
  await desk.as('admin', 'POST', '/globals/newsroom-settings', {
    name: 'The Tana Courier',
    language: 'en',
    timeZone: 'Africa/Nairobi',
  });
  const embargo = '2126-02-04T09:00:00.000Z';
  const created = await desk.as('editor', 'POST', '/articles', {
    ...desk.story({ embargoedUntil: embargo }),
    _status: 'published',
  });
  expect(created.status).toBe(400);
  expect(JSON.stringify(created.body)).toContain('Embargoed until 4 Feb 2126, 12:00 EAT. Schedule it for then');
  const { id } = await draft({ embargoedUntil: embargo });
  expect((await desk.as('editor', 'PATCH', `/articles/${id}`, { _status: 'published' })).status).toBe(400);
  const bulk = await desk.as('editor', 'PATCH', `/articles?where[id][equals]=${id}`, { _status: 'published' });
  expect((bulk.body as { docs?: unknown[] } | null)?.docs).toEqual([]);
  await expect(desk.update('articles', id, { _status: 'published' })).rejects.toThrow('Embargoed until');
  const copy = await desk.as('editor', 'POST', `/articles/${id}/duplicate?draft=true`);
  expect((copy.body as unknown as { doc: Record<string, unknown> }).doc.embargoedUntil ?? null).toBeNull();
  expect(await opsOf(id)).toEqual([]);
});

test('an embargo is not undone by the trash', async () => {
  const { id } = await desk.create('articles', desk.story({ _status: 'published' }));
  await desk.update('articles', id, { deletedAt: new Date().toISOString() });
  await query(desk.database, 'update articles set embargoed_until = $2 where id = $1', [id, soon(5)]);
  await query(desk.database, 'update _articles_v set version_embargoed_until = $2 where parent_id = $1', [id, soon(5)]);
  await expect(desk.update('articles', id, { deletedAt: null }, { trash: true })).rejects.toThrow('Embargoed until');
  expect(await opsOf(id)).toEqual(['put', 'remove']);
});

test('an embargo draws what is scheduled before its end to its end, follows it, and publishes then', async () => {
  const first = soon(60);
  const { id } = await draft({ embargoedUntil: first });
  await schedules.make(id, 'publish', soon(1));
  const due = async () => (await schedules.of(id)).map(({ at }) => at);
  expect(await due()).toEqual([first]);
  const later = soon(120);
  await desk.update('articles', id, { embargoedUntil: later }, { draft: true });
  expect(await due()).toEqual([later]);
  const earlier = soon(30);
  await desk.update('articles', id, { embargoedUntil: earlier }, { draft: true });
  expect(await due()).toEqual([earlier]);
  await desk.update('articles', id, { embargoedUntil: '2001-01-01T00:00:00.000Z' }, { draft: true });
  expect(await due()).toEqual([earlier]);
  await desk.update('articles', id, { embargoedUntil: null }, { draft: true });
  await run();
  expect(await opsOf(id)).toEqual([]);
  await desk.update('articles', id, { _status: 'published' });
  expect(await due()).toEqual([]);
  expect(await opsOf(id)).toEqual(['put']);
});

test('an embargo holds a schedule that falls due before it', async () => {
  const embargo = soon(60);
  const { id } = await draft({ embargoedUntil: embargo });
  await schedules.make(id, 'publish', soon(1));
  await schedules.fallDue(id);
  await run();
  expect(await opsOf(id)).toEqual([]);
  expect((await schedules.of(id)).map(({ at, failure }) => ({ at, failure }))).toEqual([
    { at: embargo, failure: null },
  ]);
});

test('an embargo ends at its instant, and is nothing that readers or builders are told of', async () => {
  const { id } = await draft({ embargoedUntil: soon(60) });
  await schedules.make(id, 'publish', soon(60));
  await query(desk.database, `update _articles_v set version_embargoed_until = now() where parent_id = $1`, [id]);
  await schedules.fallDue(id);
  await run();
  expect(await opsOf(id)).toEqual(['put']);
  expect(JSON.stringify(await desk.outboxOf(id))).not.toContain('mbargo');
});
