import { randomUUID } from 'node:crypto';
import { beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { inTransaction } from '../../cms/src/in-transaction.ts';
import { query } from '../support/database.ts';
import { elsewhere, fields, isAlive, logIn, seen } from './reader-account.ts';
import { startReaderApi, type ReaderApi } from './reader-client.ts';

let api: ReaderApi;
beforeAll(async () => {
  api = await startReaderApi();
});
beforeEach(() => api.forgetLimits());

describe('a change of address', () => {
  test('tells both, is confirmed by a POST from the new one, and burns links to the old one', async () => {
    const reader = await api.reader();
    const email = `${randomUUID()}@example.org`;
    const wrong = await reader.json('/api/reader/account/email', { email, password: 'not the one at all' });
    expect(await fields(wrong)).toEqual({ password: 'This is not your password.' });
    const asked = await reader.form('/api/reader/account/email', { email, password: reader.password });
    expect(asked.headers.get('location')).toContain('done=email');
    expect((await api.mailsTo(reader.email)).at(-1)?.subject).toMatch(/is to have another address/);
    expect(JSON.stringify(await api.mailsTo(reader.email))).not.toContain(email);
    const token = await api.tokenFor(email);
    await api.visitor().json('/api/reader/forgot', { email: reader.email });
    const reset = await api.tokenFor(reader.email);
    for (const method of ['GET', 'HEAD', 'GET']) {
      const looked = await api.visitor().call(`/api/reader/account/email/confirm?token=${token}`, { method });
      expect(looked.status).toBe(200);
    }
    expect(await (await reader.call('/api/reader/me')).json()).toMatchObject({ email: reader.email });

    const stranger = api.visitor();
    const confirmed = await stranger.form('/api/reader/account/email/confirm', { token });
    expect(confirmed.status).toBe(200);
    expect(stranger.jar.size, 'it logs nobody in').toBe(0);
    expect(await (await reader.call('/api/reader/me')).json()).toMatchObject({ email });
    expect((await api.mailsTo(reader.email)).at(-1)?.subject).toMatch(/has another address/);
    expect(await logIn(api, reader.email, reader.password)).toBe(401);
    expect(await logIn(api, email, reader.password)).toBe(200);
    expect((await api.visitor().json('/api/reader/account/email/confirm', { token })).status).toBe(410);
    expect((await api.visitor().json('/api/reader/reset', { token: reset, password: 'something new' })).status).toBe(
      410,
    );
  });

  test('is undone by a new password', async () => {
    const reader = await api.reader();
    const email = `${randomUUID()}@example.org`;
    await reader.json('/api/reader/account/email', { email, password: reader.password });
    const token = await api.tokenFor(email);
    await api.visitor().json('/api/reader/forgot', { email: reader.email });
    const reset = await api.tokenFor(reader.email);
    await api.visitor().json('/api/reader/reset', { token: reset, password: 'eleven goats on a hill' });
    expect((await api.visitor().json('/api/reader/account/email/confirm', { token })).status).toBe(410);
  });

  test('does not tell who has an account, and takes nobody’s away', async () => {
    const reader = await api.reader();
    const known = await api.reader();
    const { password } = reader;
    const ask = async (email: string) => seen(await reader.json('/api/reader/account/email', { email, password }));
    expect(await ask(known.email)).toEqual(await ask(`${randomUUID()}@example.org`));
    expect((await api.mailsTo(known.email)).at(-1)?.subject).toMatch(/^You have an account/);

    const email = `${randomUUID()}@example.org`;
    await reader.json('/api/reader/account/email', { email, password });
    const token = await api.tokenFor(email);
    const registered = { email, name: 'Somebody', password: 'rain on a tin roof' };
    await api.visitor().json('/api/reader/register', registered);
    await api.visitor().json('/api/reader/verify', { token: await api.tokenFor(email) });
    expect((await api.visitor().json('/api/reader/account/email/confirm', { token })).status).toBe(410);
    expect(await logIn(api, email, registered.password)).toBe(200);
  });

  test('takes an address that somebody else registered and never confirmed', async () => {
    const reader = await api.reader();
    const email = `${randomUUID()}@example.org`;
    await api.visitor().json('/api/reader/register', { email, name: 'Squatter', password: 'rain on a tin roof' });
    await reader.json('/api/reader/account/email', { email, password: reader.password });
    const token = await api.tokenFor(email);
    expect((await reader.json('/api/reader/account/email/confirm', { token })).status).toBe(204);
    expect(await (await reader.call('/api/reader/me')).json()).toMatchObject({ email });
  });
});

describe('a change of name', () => {
  test('is shown, and held to what a name may be', async () => {
    const reader = await api.reader();
    expect(await (await reader.call('/api/reader/account/name')).text()).toContain('value="Wanjiku Otieno"');
    const wrong = await reader.form('/api/reader/account/name', { name: '<b>me</b>' });
    expect(wrong.status).toBe(422);
    expect(await wrong.text()).toContain('&lt;b&gt;me&lt;/b&gt;');
    const done = await reader.form('/api/reader/account/name', { name: 'Wanjiku O.' });
    expect(done.headers.get('location')).toContain('done=name');
    expect(await (await reader.call('/api/reader/account?done=name')).text()).toContain('Your name is changed.');
    expect(await (await reader.call('/api/reader/me')).json()).toMatchObject({ name: 'Wanjiku O.' });
  });
});

describe('sessions', () => {
  const firefox = 'Mozilla/5.0 (X11; Linux x86_64; rv:145.0) Gecko/20100101 Firefox/145.0';

  test('are listed by browser, and ended one by one', async () => {
    const reader = await api.reader();
    const other = await elsewhere(api, reader, firefox);
    const page = await (await reader.call('/api/reader/account')).text();
    expect(page).toContain('Firefox on Linux');
    expect(page.match(/This browser/g)).toHaveLength(1);
    expect(page).not.toContain(other.jar.get('dateline_session'));
    const session = /name="session" value="(\w+)"/.exec(page)?.[1] ?? '';
    expect(await isAlive(api, session), 'the name in the list lets nobody in').toBe(false);

    const stranger = await api.reader();
    expect((await stranger.json('/api/reader/account/sessions/end', { session })).status).toBe(204);
    expect(await isAlive(api, other.jar.get('dateline_session')), "it is not the stranger's").toBe(true);

    const ended = await reader.form('/api/reader/account/sessions/end', { session });
    expect(ended.headers.get('location')).toContain('done=session');
    expect(await isAlive(api, other.jar.get('dateline_session'))).toBe(false);
    expect(await isAlive(api, reader.jar.get('dateline_session'))).toBe(true);
  });

  test('all end together', async () => {
    const reader = await api.reader();
    const other = await elsewhere(api, reader, firefox);
    const own = reader.jar.get('dateline_session');
    await api.visitor().json('/api/reader/forgot', { email: reader.email });
    const out = await reader.form('/api/reader/account/sessions/end-all', {});
    expect(await out.text()).toContain('logged out everywhere');
    expect(reader.jar.size).toBe(0);
    expect(await isAlive(api, own)).toBe(false);
    expect(await isAlive(api, other.jar.get('dateline_session'))).toBe(false);
    const token = await api.tokenFor(reader.email);
    expect((await api.visitor().call(`/api/reader/reset?token=${token}`)).status).toBe(410);
  });

  test('end in the transaction that suspends their reader, or not at all', async () => {
    const reader = await api.reader();
    const { id } = (await (await reader.call('/api/reader/me')).json()) as { id: string };
    const suspend = (fail: boolean) =>
      inTransaction(api.payload, async (req) => {
        await api.payload.update({ collection: 'readers', id, data: { status: 'suspended' }, depth: 0, req });
        if (fail) throw new Error('The desk thought better of it.');
      });
    await expect(suspend(true)).rejects.toThrow('thought better');
    expect(await isAlive(api, reader.jar.get('dateline_session'))).toBe(true);
    await suspend(false);
    expect(await query(api.database, 'select 1 from reader_sessions where user_id = $1', [id])).toHaveLength(0);
  });
});

describe('nobody', () => {
  const pages = ['account', 'account/name', 'account/email', 'account/password'];
  test.each(pages)('is led from %s to the way to log in, and back', async (page) => {
    const answer = await api.visitor().call(`/api/reader/${page}`);
    expect(answer.status).toBe(303);
    const there = new URL(answer.headers.get('location')!);
    expect(there.pathname).toBe('/api/reader/login');
    expect(there.searchParams.get('returnTo')).toBe(`/api/reader/${page}`);
  });

  const actions = [
    'account/name',
    'account/email',
    'account/password',
    'account/sessions/end',
    'account/sessions/end-all',
  ];
  test.each(actions)('does nothing with %s', async (action) => {
    expect((await api.visitor().json(`/api/reader/${action}`, {})).status).toBe(401);
    const form = await api.visitor().form(`/api/reader/${action}`, {});
    expect(form.status).toBe(401);
    expect(await form.text()).toContain('/api/reader/login?returnTo=');
  });

  const unsafe = [...actions, 'forgot', 'reset', 'account/email/confirm'];
  test.each(unsafe)('sends %s from another site', async (action) => {
    const reader = await api.reader();
    for (const headers of [{ origin: 'https://evil.example' }, { origin: '' }, { 'sec-fetch-site': 'cross-site' }]) {
      expect((await reader.json(`/api/reader/${action}`, {}, headers as never)).status).toBe(403);
      expect((await reader.form(`/api/reader/${action}`, {}, headers as never)).status).toBe(403);
    }
    expect(await isAlive(api, reader.jar.get('dateline_session'))).toBe(true);
  });
});
