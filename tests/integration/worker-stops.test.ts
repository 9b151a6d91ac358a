import { randomUUID } from 'node:crypto';
import { setImmediate } from 'node:timers/promises';
import { expect, test, vi } from 'vitest';
import { compactOutbox } from '../../cms/src/outbox/compact.ts';
import { endSuspensions } from '../../cms/src/moderation/end-suspensions.ts';
import { publishRecommendations } from '../../cms/src/readers/publish-recommendations.ts';
import { enforceRetention } from '../../cms/src/readers/retention/enforce.ts';
import { runDueSchedules } from '../../cms/src/schedule/run-due.ts';
import { runWorker, type Duty } from '../../cms/src/worker/worker.ts';
import { connect, query, waitingFor } from '../support/database.ts';
import { openDesk } from './desk.ts';
import { writeComments } from './moderation-desk.ts';
import { scheduling, soon } from './scheduling.ts';

const desk = await openDesk();
const { payload, database } = desk;
const publicURL = 'http://localhost:4321';
const { id: article } = await desk.create('articles', desk.story({ _status: 'published' }));

/** Readers who stand as the columns say. */
const readers = (count: number, columns: string, values: string) =>
  query<{ id: string }>(
    database,
    `insert into readers (id, email, name, ${columns})
     select gen_random_uuid(), n || $1, 'Some', ${values} from generate_series(1, ${count}) n returning id`,
    [`-${randomUUID()}@example.org`],
  );
const count = (of: string) => query(database, `select 1 from ${of}`).then(({ length }) => length);

/**
 * Tells a work to stop while it is at its first of some rows, and sees it to its end.
 * @param table Of which every row is held until then.
 */
async function stopAtFirst(table: string, work: (signal: AbortSignal) => Promise<unknown>): Promise<void> {
  const holder = await connect(database);
  await holder.query('begin');
  await holder.query(`select 1 from ${table} for update`);
  const stopping = new AbortController();
  const working = work(stopping.signal);
  await expect.poll(() => waitingFor(database, table)).toBeGreaterThan(0);
  stopping.abort();
  await holder.query('rollback');
  await working;
}

test('deletions that are due are not begun once the worker is to stop, and done the next time', async () => {
  await readers(4, 'status, delete_at, deletion_reason', `'active', now(), 'wish'`);
  await stopAtFirst('readers', (signal) => enforceRetention(payload, publicURL, signal));
  expect(await count('readers')).toBe(3);
  await enforceRetention(payload, publicURL);
  expect(await count('readers')).toBe(0);
});

test('nor are suspensions ended', async () => {
  await readers(4, 'status, suspended_until', `'suspended', now()`);
  await stopAtFirst('readers', (signal) => endSuspensions(payload, signal));
  expect(await count(`readers where status = 'suspended'`)).toBe(3);
  await endSuspensions(payload);
  expect(await count(`readers where status = 'suspended'`)).toBe(0);
});

test('nor schedules carried out', async () => {
  const schedules = scheduling(desk);
  for (let n = 0; n < 3; n++) {
    const { id } = await schedules.draft();
    await schedules.make(id, 'publish', soon());
    await schedules.fallDue(id);
  }
  const stopping = new AbortController();
  stopping.abort();
  await runDueSchedules(payload, stopping.signal);
  expect(await count('payload_jobs')).toBe(3);
  await runDueSchedules(payload);
  expect(await count('payload_jobs')).toBe(0);
});

test('nor is the site told of more recommendations', async () => {
  await writeComments(database, article, 120);
  await query(database, `update comments set recount_at = now() - interval '1 hour'`);
  await stopAtFirst('comments', (signal) => publishRecommendations(payload, signal));
  expect(await count('comments where recount_at is not null')).toBe(20);
});

test('nor is the outbox compacted', async () => {
  await payload.update({ collection: 'articles', id: article, data: { headline: 'Another' }, depth: 0 });
  await query(database, 'update outbox set position = seq where position is null');
  const [connection, before, stopping] = [await connect(database), await count('outbox'), new AbortController()];
  stopping.abort();
  expect(await compactOutbox(connection, 0, { grace: -1, signal: stopping.signal })).toBe(0);
  expect(await count('outbox')).toBe(before);
  expect(await compactOutbox(connection, 0, { grace: -1 })).toBeGreaterThan(0);
  expect(await count('outbox')).toBeLessThan(before);
});

test('what one duty is at is not cut short where another fails, and both begin again', async () => {
  const stopping = new AbortController();
  const failed = Promise.withResolvers<void>();
  const begun: boolean[] = [];
  const said = vi.spyOn(console, 'error').mockImplementation(() => {});
  const steady: Duty = {
    name: 'Mail waits',
    run: async (_client, signal) => {
      await failed.promise;
      // The failure has reached the worker.
      await setImmediate();
      begun.push(signal.aborted);
      if (begun.length === 2) stopping.abort();
      return 1_000;
    },
  };
  const failing: Duty = {
    name: 'Deletions wait',
    run: async () => {
      failed.resolve();
      if (begun.length === 0) throw new Error('This one cannot be deleted.');
      return 1_000;
    },
  };
  await runWorker(database, { duties: [steady, failing], targets: [] }, stopping.signal);
  expect(begun).toEqual([false, false]);
  expect(said.mock.calls).toEqual([['Mail waits, Deletions wait: This one cannot be deleted.']]);
  said.mockRestore();
});
