import { createHmac } from 'node:crypto';
import { beforeAll, beforeEach, expect, test } from 'vitest';
import { endSuspensions } from '../../cms/src/moderation/end-suspensions.ts';
import { query } from '../support/database.ts';
import { startReaderApi, type Reader, type ReaderApi } from './reader-client.ts';
import { enforce, idOf, isKnown, makeDue, tablesWith } from './reader-data.ts';

let api: ReaderApi;
beforeAll(async () => {
  api = await startReaderApi();
});
beforeEach(() => api.forgetLimits());

const day = 24 * 3_600_000;
const inDays = (days: number) => new Date(Date.now() + days * day).toISOString();
const wanted = 'a password of some length';
const why = 'Threats against others.';

interface Row {
  id: string;
  status: string;
  until: Date | null;
  reason: string | null;
}
const account = async (email: string) =>
  (
    await query<Row>(
      api.database,
      'select id, status, suspended_until as until, suspension_reason as reason from readers where email = $1',
      [email],
    )
  )[0];
const carried = () => query<{ address: string; until: Date }>(api.database, 'select * from carried_suspensions');

/** A reader whom the desk has suspended and who has then deleted their account. */
async function gone(suspendedUntil: string | null): Promise<Reader> {
  const reader = await api.reader('Nyaboke Ondieki');
  const id = await idOf(reader);
  const data = { status: 'suspended', suspendedUntil, suspensionReason: why };
  await api.payload.update({ collection: 'readers', id, data: data as never });
  await reader.json('/api/reader/login', { email: reader.email, password: reader.password });
  const page = await (await reader.call('/api/reader/account/delete')).text();
  expect(page).toContain('Your suspension goes on for this address.');
  expect((await reader.json('/api/reader/account/delete', { password: reader.password })).status).toBe(204);
  await makeDue(api, id);
  await enforce(api);
  expect(await isKnown(api, id)).toBe(false);
  return reader;
}

/** Registers with an address, and confirms it. */
async function comeBack({ email }: Reader) {
  await api.forgetLimits();
  const browser = api.visitor();
  const registered = await browser.json('/api/reader/register', { email, name: 'Somebody Else', password: wanted });
  const confirmed = await browser.json('/api/reader/verify', { token: await api.tokenFor(email) });
  return { ...browser, registered, confirmed };
}

test('whoever comes back is suspended until the end that it had, and is told so, by mail too', async () => {
  const until = inDays(20);
  const reader = await gone(until);
  const [row] = await carried();
  expect(row?.until.toISOString()).toBe(until);

  const back = await comeBack(reader);
  const unknown = await comeBack({ ...reader, email: `new-${reader.email}` });
  expect(back.registered.status).toBe(unknown.registered.status);
  expect(await back.registered.text()).toBe(await unknown.registered.text());
  expect([back.confirmed.status, unknown.confirmed.status]).toEqual([403, 200]);
  expect(await back.confirmed.json()).toMatchObject({ code: 'suspended' });
  expect((await account(reader.email))?.status).toBe('suspended');
  expect((await account(reader.email))?.until?.toISOString()).toBe(until);
  expect((await api.mailsTo(reader.email)).at(-1)?.text).toContain('It is suspended until');
  const { id: article } = await api.publish();
  const posted = await back.json('/api/reader/comments', { article, body: 'I am back.', key: crypto.randomUUID() });
  expect(posted.status).toBe(403);
  expect(await carried(), 'the account has it now').toEqual([]);

  await query(api.database, `update readers set suspended_until = now() where email = $1`, [reader.email]);
  await endSuspensions(api.payload);
  expect(await account(reader.email)).toMatchObject({ status: 'active', until: null, reason: null });
});

test('nothing is kept by which anybody could be known, and not a day longer', async () => {
  const reader = await gone(inDays(20));
  for (const trace of [reader.email, 'Nyaboke', why]) expect(await tablesWith(api, trace), trace).toEqual([]);
  const [row] = await carried();
  const plain = (text: string) => createHmac('sha256', '').update(text).digest('base64url');
  expect([plain(reader.email), plain(`suspension:${reader.email}`)]).not.toContain(row?.address);
  expect(Object.keys(row ?? {})).toEqual(['address', 'until']);

  await query(api.database, 'update carried_suspensions set until = now()');
  const back = await comeBack(reader);
  expect(back.confirmed.status, 'what is over is over, before the worker has come by').toBe(200);
  await gone(inDays(20));
  await query(api.database, 'update carried_suspensions set until = now()');
  await enforce(api);
  expect(await carried()).toEqual([]);
});

test('without an end it is carried for a year, and one that is over is not', async () => {
  await gone(null);
  const [row] = await carried();
  expect(Math.round(((row?.until.getTime() ?? 0) - Date.now()) / day)).toBe(365);
  await query(api.database, 'delete from carried_suspensions');
  const over = await api.reader();
  const id = await idOf(over);
  await query(
    api.database,
    `update readers set status = 'suspended', suspended_until = now() - interval '1 second' where id = $1`,
    [id],
  );
  await api.payload.delete({ collection: 'readers', id });
  expect(await carried()).toEqual([]);
});

test('it goes on again where the account is deleted again, by the desk too, and the desk may end it', async () => {
  const until = inDays(20);
  const reader = await gone(until);
  await comeBack(reader);
  const again = await account(reader.email);
  await api.payload.delete({ collection: 'readers', id: again?.id ?? '' });
  expect((await carried()).map((row) => row.until.toISOString())).toEqual([until]);
  await comeBack(reader);
  const third = await account(reader.email);
  await api.payload.update({ collection: 'readers', id: third?.id ?? '', data: { status: 'active' } as never });
  await api.payload.delete({ collection: 'readers', id: third?.id ?? '' });
  expect(await carried()).toEqual([]);
  expect((await comeBack(reader)).confirmed.status).toBe(200);
});

test('whoever claims what was imported under the address, by choosing a password, is suspended too', async () => {
  const reader = await gone(inDays(20));
  const data = { email: reader.email, name: 'Imported', status: 'unclaimed' };
  await api.payload.create({ collection: 'readers', data: data as never });
  await api.forgetLimits();
  const browser = api.visitor();
  await browser.json('/api/reader/forgot', { email: reader.email });
  const answer = await browser.json('/api/reader/reset', { token: await api.tokenFor(reader.email), password: wanted });
  expect(answer.status).toBe(403);
  expect((await account(reader.email))?.status).toBe('suspended');
});
