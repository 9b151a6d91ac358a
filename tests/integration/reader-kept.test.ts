import { randomUUID } from 'node:crypto';
import { beforeEach, expect, test } from 'vitest';
import { query } from '../support/database.ts';
import { startReaderApi } from './reader-client.ts';
import { deletionMails, deletionOf, enforce, idOf, isKnown, makeDue } from './reader-data.ts';

const api = await startReaderApi();
const nothing = { terms: '', agreeDays: 0, idleDays: 0, unconfirmedDays: 0, refusedDays: 0, mailDays: 0 };
const set = (accounts: Record<string, unknown>) =>
  api.payload.updateGlobal({ slug: 'newsroom-settings', data: { accounts: { ...nothing, ...accounts } } as never });
beforeEach(() => api.forgetLimits());

/** Some who were last there so many days ago, and registered before. */
async function idle(days: number) {
  const reader = await api.reader();
  const id = await idOf(reader);
  await query(
    api.database,
    `update readers set created_at = now() - interval '900 days', last_seen_at = now() - make_interval(days => $2)
     where id = $1`,
    [id, days],
  );
  return { ...reader, id };
}

const aMonthAgo = () =>
  query(api.database, `update newsroom_settings set accounts_terms_changed_at = now() - interval '31 days'`);

const ends = 'Your account at Newsroom will be deleted';
const stays = 'Your account at Newsroom will not be deleted';

test.each([
  ['nobody used it, where that is no reason any more', { idleDays: 10 }, { idleDays: 0 }],
  ['nobody used it, where it may be unused for longer', { idleDays: 10 }, { idleDays: 400 }],
  ['of terms that are withdrawn', { terms: 'We keep all.', agreeDays: 30 }, { terms: '', agreeDays: 30 }],
  ['of terms that need no agreement', { terms: 'We keep all.', agreeDays: 30 }, { terms: 'We keep all.' }],
  ['of terms, where there is more time', { terms: 'All.', agreeDays: 30 }, { terms: 'All.', agreeDays: 60 }],
  ['of terms that are others since', { terms: 'All.', agreeDays: 30 }, { terms: 'Less.', agreeDays: 30 }],
])('an account that was to end because %s stays, and its reader is told', async (_, before, after) => {
  await set({});
  const reader = await idle(11);
  await set(before);
  if ('terms' in before) await aMonthAgo();
  await enforce(api);
  expect(await deletionMails(api, reader)).toEqual([ends]);
  await set(after);
  await makeDue(api, reader.id);
  await enforce(api);
  expect(await isKnown(api, reader.id)).toBe(true);
  expect(await deletionOf(api, reader.id)).toEqual({ reason: null, soon: false });
  await enforce(api);
  expect(await deletionMails(api, reader)).toEqual([ends, stays]);
  expect((await api.mailsTo(reader.email)).at(-1)?.text).toMatch(/The reason for it has gone/);
});

test('an account that was to end for what still holds, or by its own wish, ends', async () => {
  await set({});
  const [long, short, wished] = [await idle(500), await idle(11), await api.reader()];
  const wisher = await idOf(wished);
  await set({ idleDays: 10 });
  await enforce(api);
  await wished.json('/api/reader/account/delete', { password: wished.password });
  await set({ idleDays: 400 });
  for (const id of [long.id, short.id, wisher]) await makeDue(api, id);
  await enforce(api);
  expect([await isKnown(api, long.id), await isKnown(api, short.id), await isKnown(api, wisher)]).toEqual([
    false,
    true,
    false,
  ]);
});

test('an account that ends for another reason than the one that has gone has its time, and is told of that alone', async () => {
  await set({});
  const reader = await idle(11);
  await set({ idleDays: 10, terms: 'We keep all.', agreeDays: 30 });
  await aMonthAgo();
  await enforce(api);
  expect(await deletionOf(api, reader.id)).toEqual({ reason: 'idle', soon: true });
  await makeDue(api, reader.id);
  await set({ terms: 'We keep all.', agreeDays: 30 });
  await aMonthAgo();
  await enforce(api);
  expect(await isKnown(api, reader.id)).toBe(true);
  expect(await deletionOf(api, reader.id)).toEqual({ reason: 'terms', soon: true });
  expect(await deletionMails(api, reader)).toEqual([ends, ends]);
  expect((await api.mailsTo(reader.email)).at(-1)?.text).toContain('In 30 days');
});

test('terms that are withdrawn are not asked for on the account page', async () => {
  await set({});
  const reader = await idle(1);
  await set({ terms: 'We keep all.', agreeDays: 30 });
  await aMonthAgo();
  await enforce(api);
  const page = async () => (await reader.call('/api/reader/account')).text();
  expect(await page()).toContain('unless you agree to our terms before');
  await set({});
  expect(await page()).not.toContain('Your account is deleted');
});

test('however many they are, and whoever holds one of them just then', async () => {
  await set({});
  const held = await idle(11);
  await query(
    api.database,
    `insert into readers (id, email, name, status, last_seen_at, delete_at, deletion_reason)
     select gen_random_uuid(), n || $1, 'Some', 'active', now(), now() - interval '1 second', 'idle'
     from generate_series(1, 120) n`,
    [`-${randomUUID()}@example.org`],
  );
  await set({ idleDays: 10 });
  await query(api.database, `update readers set delete_at = now(), deletion_reason = 'idle' where id = $1`, [held.id]);
  await set({});
  const client = await api.payload.db.pool.connect();
  await client.query('begin');
  await client.query('select 1 from readers where id = $1 for key share', [held.id]);
  try {
    await enforce(api);
  } finally {
    await client.query('rollback');
    client.release();
  }
  expect(
    await query(api.database, `select 1 from readers where deletion_reason = 'idle' and id <> $1`, [held.id]),
  ).toEqual([]);
  await enforce(api);
  expect(await deletionOf(api, held.id)).toEqual({ reason: null, soon: false });
});
