import { afterEach, describe, expect, test, vi } from 'vitest';
import { scheduleDuty } from '../../cms/src/worker/duties.ts';
import { runWorker } from '../../cms/src/worker/worker.ts';
import { query } from '../support/database.ts';
import { openDesk } from './desk.ts';
import { scheduling, soon } from './scheduling.ts';

const desk = await openDesk();
const schedules = scheduling(desk);
const { draft, opsOf, run } = schedules;
// What one test leaves to come would be carried out in the next.
afterEach(() => query(desk.database, 'delete from payload_jobs'));

describe('a scheduled publish', () => {
  test('is public when it is due, not before, and dated by its publish', async () => {
    const { id } = await draft();
    expect(await schedules.make(id, 'publish', soon())).toMatchObject({ status: 200 });
    await run();
    expect(await opsOf(id)).toEqual([]);
    await schedules.fallDue(id);
    const before = new Date().toISOString();
    await run();
    const [row] = await desk.outboxOf(id);
    expect(row?.op).toBe('put');
    expect(String(row?.data?.publishedAt) >= before).toBe(true);
    expect(await schedules.of(id)).toEqual([]);
    await run();
    expect(await opsOf(id)).toEqual(['put']);
  });

  test('is carried out at its time by the worker, which a change of it wakes', async () => {
    const { id } = await draft();
    const stopping = new AbortController();
    const worker = runWorker(
      desk.database,
      { duties: [scheduleDuty(() => Promise.resolve(desk.payload))], targets: [] },
      stopping.signal,
    );
    const listening = `select 1 from pg_stat_activity where query = 'listen dateline_schedule' and state = 'idle'`;
    await vi.waitUntil(async () => (await query(desk.database, listening)).length > 0, { timeout: 20_000 });
    await schedules.make(id, 'publish', soon());
    const at = await schedules.fallDue(id, { seconds: 2 });
    await vi.waitUntil(async () => (await opsOf(id)).length > 0, { timeout: 20_000 });
    stopping.abort();
    await worker;
    const [row] = await query<{ late: number }>(
      desk.database,
      'select (extract(epoch from at - $2::timestamptz) * 1000)::float8 as late from outbox where document = $1',
      [id, at],
    );
    expect(row?.late).toBeGreaterThanOrEqual(0);
    // A fraction of a second on a machine that has time; far less than the worker's glance on any.
    expect(row?.late).toBeLessThan(5_000);
  });

  test.each(['people', 'places', 'topics'])('is had by %s too, with what is drafted by then', async (collection) => {
    const data = collection === 'places' ? { name: 'Moyale', kind: 'town' } : { name: 'Moyale Draft' };
    const { id } = await desk.create(collection, data, { draft: true });
    await schedules.make(id, 'publish', soon(), 'editor', collection);
    await desk.update(collection, id, { name: 'Moyale Final' }, { draft: true });
    await schedules.fallDue(id);
    await run();
    expect((await desk.outboxOf(id))[0]?.data).toMatchObject({ name: 'Moyale Final' });
  });

  test('that lacks something fails with the sentences of the button, and a retry publishes it once it is mended', async () => {
    const { id } = await desk.create('articles', { headline: 'Bare' }, { draft: true });
    await schedules.make(id, 'publish', soon());
    await schedules.fallDue(id);
    await run();
    expect(await opsOf(id)).toEqual([]);
    const [failed] = await schedules.of(id);
    expect(failed?.failure).toContain('Write the story before you publish it.');
    expect(failed?.by).toBe('editor');
    await run();
    await desk.update('articles', id, desk.story(), { draft: true });
    expect((await desk.as('editor', 'POST', `/newsroom/schedules/${failed?.id}/retry`)).status).toBe(200);
    await run();
    expect(await opsOf(id)).toEqual(['put']);
  });

  test('and one that failed are taken off the desk', async () => {
    const { id } = await desk.create('articles', { headline: 'Bare' }, { draft: true });
    await schedules.make(id, 'publish', soon());
    await schedules.fallDue(id);
    await run();
    const [failed] = await schedules.of(id);
    expect((await desk.as('editor', 'DELETE', `/newsroom/schedules/${failed?.id}`)).status).toBe(200);
    expect(await schedules.of(id)).toEqual([]);
    expect((await desk.as('editor', 'DELETE', `/newsroom/schedules/${failed?.id}`)).status).toBe(404);
  });

  test('in the past, or of nothing, is refused in a sentence', async () => {
    const { id } = await draft();
    const past = await schedules.make(id, 'publish', '2001-01-01T00:00:00.000Z');
    expect(past).toMatchObject({ status: 400, message: 'That time has passed. Choose a later one, or do it now.' });
    expect((await schedules.make(crypto.randomUUID(), 'publish', soon())).status).toBe(404);
    expect((await desk.as('editor', 'POST', '/newsroom/schedules', { document: id })).status).toBe(400);
    expect((await schedules.make(id, 'unpublish', soon())).message).toContain('nothing to take down');
  });

  test('is carried out by any runner of Payload’s queue, and once', async () => {
    const { id } = await draft();
    await schedules.make(id, 'publish', soon());
    await schedules.fallDue(id);
    await Promise.all([run(), run(), run()]);
    expect(await opsOf(id)).toEqual(['put']);
    await desk.update('articles', id, { headline: 'With a correction' }, { draft: true });
    await schedules.make(id, 'publish', soon());
    await schedules.fallDue(id);
    await desk.payload.jobs.run({ silent: true });
    await run();
    expect(await opsOf(id)).toEqual(['put', 'put']);
    expect(await query(desk.database, 'select 1 from payload_jobs')).toEqual([]);
  });

  test('that fails for no reason of the desk’s is tried again, and told when it was tried enough', async () => {
    const { id } = await draft();
    const other = await draft();
    await schedules.make(id, 'publish', soon());
    await schedules.make(other.id, 'publish', soon());
    const broken = `alter table outbox add constraint broken check (document <> '${id}')`;
    await query(desk.database, broken);
    await schedules.fallDue(id);
    await schedules.fallDue(other.id);
    expect(await run()).toBeLessThanOrEqual(5_000);
    expect(await opsOf(other.id)).toEqual(['put']);
    expect((await schedules.of(id))[0]?.failure).toBeNull();
    for (let i = 0; i < 4; i++) await run();
    const [failed] = await schedules.of(id);
    expect(failed?.failure).toMatch(/^It failed 5 times.*violates check constraint/);
    expect(failed?.failure).not.toContain('It rained in the night');
    await query(desk.database, 'alter table outbox drop constraint broken');
  });
});

describe('a scheduled taking down', () => {
  test('comes after the publish that was scheduled with it', async () => {
    const { id } = await draft();
    await schedules.make(id, 'publish', soon(1));
    await schedules.make(id, 'unpublish', soon(2));
    await schedules.fallDue(id, { action: 'publish' });
    await run();
    await schedules.fallDue(id, { action: 'unpublish' });
    await run();
    expect(await opsOf(id)).toEqual(['put', 'remove']);
    expect((await desk.payload.findByID({ collection: 'articles', id }))._status).toBe('draft');
  });

  test('is kept when what it takes down is published again by hand', async () => {
    const { id } = await desk.create('articles', desk.story({ _status: 'published' }));
    await schedules.make(id, 'unpublish', soon());
    await desk.update('articles', id, { headline: 'Corrected', _status: 'published' });
    expect((await schedules.of(id)).map(({ action }) => action)).toEqual(['unpublish']);
  });
});

describe('no ghost is published', () => {
  test('after a publish by hand', async () => {
    const { id } = await draft();
    await schedules.make(id, 'publish', soon());
    await desk.update('articles', id, { _status: 'published' });
    expect(await schedules.of(id)).toEqual([]);
  });

  test('after it was taken down by hand', async () => {
    const { id } = await desk.create('articles', desk.story({ _status: 'published' }));
    await desk.update('articles', id, { headline: 'Second thoughts' }, { draft: true });
    await schedules.make(id, 'publish', soon());
    await desk.update('articles', id, { headline: 'Third thoughts' }, { draft: true });
    expect(await schedules.of(id)).toHaveLength(1);
    await desk.update('articles', id, { _status: 'draft' });
    expect(await schedules.of(id)).toEqual([]);
  });

  test('out of the trash, nor after it came back from there, nor when it is deleted', async () => {
    const { id } = await draft();
    await schedules.make(id, 'publish', soon());
    await desk.update('articles', id, { deletedAt: new Date().toISOString() });
    await desk.update('articles', id, { deletedAt: null }, { trash: true });
    expect(await schedules.of(id)).toEqual([]);
    await schedules.make(id, 'publish', soon());
    await desk.payload.delete({ collection: 'articles', id });
    expect(await query(desk.database, 'select 1 from payload_jobs')).toEqual([]);
  });

  test('when it is scheduled for another time: the later choice stands alone', async () => {
    const { id } = await draft();
    await schedules.make(id, 'publish', soon(1));
    const later = soon(3);
    await schedules.make(id, 'publish', later);
    expect((await schedules.of(id)).map(({ at }) => at)).toEqual([later]);
  });
});

describe('who may schedule', () => {
  test('a schedule acts with the rights that its maker has when it is due', async () => {
    const maker = await desk.create('users', {
      email: 'leaver@example.org',
      password: 'a long password',
      name: 'Leaver',
      role: 'editor',
    });
    const login = await desk.send('POST', '/users/login', { email: 'leaver@example.org', password: 'a long password' });
    const authorization = `JWT ${String(login.body?.token)}`;
    const { id } = await draft();
    const body = { collection: 'articles', document: id, action: 'publish', at: soon() };
    expect((await desk.send('POST', '/newsroom/schedules', body, { authorization })).status).toBe(200);
    await desk.update('users', maker.id, { role: 'reporter' });
    await schedules.fallDue(id);
    await run();
    const [demoted] = await schedules.of(id);
    expect(demoted).toMatchObject({ by: 'Leaver', failure: expect.stringContaining('may not publish any more') });

    await query(desk.database, 'update payload_jobs set has_error = false');
    await desk.payload.delete({ collection: 'users', id: maker.id });
    await run();
    const [deleted] = await schedules.of(id);
    expect(deleted).toMatchObject({ by: null, failure: expect.stringContaining('no longer on the staff') });
    expect(await opsOf(id)).toEqual([]);

    await desk.as('admin', 'POST', `/newsroom/schedules/${deleted?.id}/retry`);
    await run();
    expect(await opsOf(id)).toEqual(['put']);
  });

  test('what an editor has scheduled is out of the hands of its reporter', async () => {
    const { id } = await draft({ createdBy: desk.staff.reporter.id });
    const rewrite = () => desk.as('reporter', 'PATCH', `/articles/${id}?draft=true`, { headline: 'Unread' });
    expect((await rewrite()).status).toBe(200);
    await schedules.make(id, 'publish', soon());
    const refused = await rewrite();
    expect(refused.status).toBe(403);
    expect(JSON.stringify(refused.body)).toContain('An editor has scheduled this. Ask one to change it.');
    expect((await desk.as('reporter', 'PATCH', `/articles/${id}`, { deletedAt: soon() })).status).toBe(403);
    expect((await desk.as('reporter', 'DELETE', `/articles/${id}`)).status).toBe(403);
    expect(await schedules.of(id)).toHaveLength(1);
  });
});
