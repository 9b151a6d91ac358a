import { randomUUID } from 'node:crypto';
import { beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { query } from '../support/database.ts';
import { seen, someone } from './reader-account.ts';
import { publicURL, startReaderApi, type ReaderApi } from './reader-client.ts';

let api: ReaderApi;
beforeAll(async () => {
  api = await startReaderApi();
});
beforeEach(() => api.forgetLimits());

describe('the way in', () => {
  test('register, confirm, log in, be known, log out', async () => {
    const person = someone();
    const browser = api.visitor();
    const registered = await browser.json('/api/reader/register', person);
    expect(registered.status).toBe(202);
    expect(browser.jar.size).toBe(0);
    const early = await browser.json('/api/reader/login', person);
    expect(early.status).toBe(401);

    const token = await api.tokenFor(person.email);
    const verified = await browser.json('/api/reader/verify', { token });
    expect(verified.status).toBe(200);
    expect(await verified.json()).toMatchObject({ name: person.name, email: person.email });
    expect(await (await browser.call('/api/reader/me')).json()).toMatchObject({ email: person.email });

    expect((await browser.json('/api/reader/logout', {})).status).toBe(204);
    expect(browser.jar.size).toBe(0);
    expect((await browser.call('/api/reader/me')).status).toBe(401);

    const login = await browser.json('/api/reader/login', { ...person, email: ` ${person.email.toUpperCase()} ` });
    expect(login.status).toBe(200);
    const cookies = login.headers.getSetCookie();
    expect(cookies.find((cookie) => cookie.startsWith('dateline_session='))).toMatch(/HttpOnly/);
    expect(cookies.every((cookie) => /SameSite=Lax/.test(cookie) && /Path=\//.test(cookie))).toBe(true);
    expect(cookies.find((cookie) => cookie.startsWith('dateline_reader=1'))).not.toMatch(/HttpOnly/);
    expect((await browser.call('/api/reader/me')).status).toBe(200);
  });

  test('the same with forms alone, back to where one came from', async () => {
    const person = someone();
    const browser = api.visitor();
    const page = await browser.call(`/api/reader/register?returnTo=${encodeURIComponent('/articles/rain/#comments')}`);
    expect(page.headers.get('content-type')).toContain('text/html');
    expect(await page.text()).toContain('value="/articles/rain/#comments"');
    const sent = await browser.form('/api/reader/register', { ...person, returnTo: '/articles/rain/#comments' });
    expect(sent.status).toBe(202);
    expect(await sent.text()).toContain('Look into your mail');
    const token = await api.tokenFor(person.email);
    const button = await browser.call(`/api/reader/verify?token=${token}`);
    expect(await button.text()).toContain(`value="${token}"`);
    const verified = await browser.form('/api/reader/verify', { token });
    expect(verified.status).toBe(303);
    expect(verified.headers.get('location')).toBe(`${publicURL}/articles/rain/#comments`);
    expect(await (await browser.call('/api/reader/account')).text()).toContain(person.email);
    const out = await browser.form('/api/reader/logout', { returnTo: '/' });
    expect(out.headers.get('location')).toBe(`${publicURL}/`);
    expect((await browser.call('/api/reader/account')).status).toBe(303);
  });

  test('the desk keeps no password and the database no id of a session or token', async () => {
    const { jar, email, password } = await api.reader();
    const rows = JSON.stringify(await query(api.database, 'select * from reader_sessions, reader_tokens, readers'));
    expect(rows).toContain(email);
    expect(rows).not.toContain(password);
    expect(rows).not.toContain(jar.get('dateline_session'));
    expect(rows).toContain('$argon2id$v=19$m=19456,t=2,p=1');
    const { docs } = await api.payload.find({ collection: 'readers', where: { email: { equals: email } } });
    expect(docs[0]).not.toHaveProperty('passwordHash');
  });
});

describe('a session', () => {
  test('is over everywhere after logging out, and its id changes at login', async () => {
    const reader = await api.reader();
    const old = reader.jar.get('dateline_session')!;
    await reader.json('/api/reader/login', { email: reader.email, password: reader.password });
    const fresh = reader.jar.get('dateline_session')!;
    expect(fresh).not.toBe(old);
    const replay = (id: string) =>
      api.visitor().call('/api/reader/me', { headers: { cookie: `dateline_session=${id}` } });
    expect((await replay(old)).status).toBe(401);
    expect((await replay(fresh)).status).toBe(200);
    await reader.json('/api/reader/logout', {});
    expect((await replay(fresh)).status).toBe(401);
  });

  test('is over when the desk suspends its reader, and they cannot log in', async () => {
    const reader = await api.reader();
    const where = { email: { equals: reader.email } };
    const headers = { cookie: `dateline_session=${reader.jar.get('dateline_session')}` };
    const replay = async () => (await api.visitor().call('/api/reader/me', { headers })).status;
    await api.payload.update({ collection: 'readers', where, data: { status: 'suspended' } });
    expect(await replay()).toBe(401);
    const login = await reader.json('/api/reader/login', { email: reader.email, password: reader.password });
    expect(login.status).toBe(403);
    await api.payload.update({ collection: 'readers', where, data: { status: 'active' } });
    expect(await replay()).toBe(401);
  });

  test.each(['x', '%', '"', 'a'.repeat(40), `${'a'.repeat(40)}; dateline_session=b`, "'; drop table readers; --"])(
    'is not had with the cookie %s',
    async (value) => {
      const answer = await api.visitor().call('/api/reader/me', { headers: { cookie: `dateline_session=${value}` } });
      expect(answer.status).toBe(401);
    },
  );

  test("is nothing to the staff's API, and theirs nothing here", async () => {
    const email = `${randomUUID()}@example.org`;
    await api.payload.create({
      collection: 'users',
      data: { email, password: 'the desk has one too', name: 'Desk', role: 'admin' } as never,
    });
    const { token } = await api.payload.login({
      collection: 'users',
      data: { email, password: 'the desk has one too' },
    });
    const staff = { cookie: `payload-token=${token}; dateline_session=${token}`, authorization: `JWT ${token}` };
    expect((await api.visitor().call('/api/reader/me', { headers: staff })).status).toBe(401);
    const reader = await api.reader();
    const id = reader.jar.get('dateline_session')!;
    const shown: Record<string, string>[] = [
      { cookie: `payload-token=${id}; dateline_session=${id}` },
      { authorization: `JWT ${id}` },
      { authorization: `Bearer ${id}` },
    ];
    for (const headers of shown) {
      const { user } = await api.payload.auth({ headers: new Headers(headers) });
      expect(user).toBeNull();
    }
  });
});

describe('a link', () => {
  test('works once, and neither GET nor HEAD uses it', async () => {
    const person = someone();
    const browser = api.visitor();
    await browser.json('/api/reader/register', person);
    const token = await api.tokenFor(person.email);
    for (const method of ['GET', 'HEAD', 'GET']) {
      const looked = await browser.call(`/api/reader/verify?token=${token}`, { method });
      expect(looked.status).toBe(200);
    }
    expect(browser.jar.size).toBe(0);
    const twice = await Promise.all([1, 2, 3].map(() => api.visitor().json('/api/reader/verify', { token })));
    expect(twice.map(({ status }) => status).toSorted((a, b) => a - b)).toEqual([200, 410, 410]);
  });

  test('expires', async () => {
    const person = someone();
    const browser = api.visitor();
    await browser.json('/api/reader/register', person);
    await query(
      api.database,
      `update reader_tokens set expires_at = now() - interval '1 second' where used_at is null`,
    );
    const late = await browser.form('/api/reader/verify', { token: await api.tokenFor(person.email) });
    expect(late.status).toBe(410);
    expect(await late.text()).toContain('has been used or has expired');
  });

  test('confirms the registration that it was sent for, whatever else was sent for the same address', async () => {
    const person = someone();
    const browser = api.visitor();
    await browser.json('/api/reader/register', person);
    const token = await api.tokenFor(person.email);
    await api
      .visitor()
      .json('/api/reader/register', { ...person, name: 'Somebody Else', password: 'what another one chose' });
    const verified = await browser.json('/api/reader/verify', { token });
    expect(await verified.json()).toMatchObject({ name: person.name });
    const other = await api.visitor().json('/api/reader/login', { ...person, password: 'what another one chose' });
    expect(other.status).toBe(401);
    const unused = await api.visitor().json('/api/reader/verify', { token: await api.tokenFor(person.email) });
    expect(unused.status).toBe(410);
  });
});

describe('who has an account', () => {
  test('is not told by registering, but by mail', async () => {
    const known = await api.reader();
    const stranger = someone();
    const form = { name: 'Somebody', password: 'long enough to pass' };
    for (const post of ['json', 'form'] as const) {
      const one = await seen(await api.visitor()[post]('/api/reader/register', { ...form, email: known.email }));
      const other = await seen(await api.visitor()[post]('/api/reader/register', { ...form, email: stranger.email }));
      expect(one).toEqual(other);
    }
    expect((await api.mailsTo(known.email)).at(-1)?.subject).toMatch(/^You have an account/);
    expect((await api.mailsTo(stranger.email)).at(-1)?.subject).toMatch(/^Confirm/);
  });

  test('is not told by logging in', async () => {
    const known = await api.reader();
    const wrong = (email: string) => api.visitor().json('/api/reader/login', { email, password: 'not the one at all' });
    expect(await seen(await wrong(known.email))).toEqual(await seen(await wrong(someone().email)));
  });

  test('nothing that was typed stands in a mail, whoever has the address', async () => {
    const words = {
      name: 'Umbrellas today',
      password: 'an umbrella or two',
      returnTo: '/umbrellas?of=umbrellas#umbrella',
    };
    const unclaimed = someone().email;
    await query(
      api.database,
      `insert into readers (id, email, name, status) values (gen_random_uuid(), $1, 'Juma Wekesa', 'unclaimed')`,
      [unclaimed],
    );
    const pending = someone();
    await api.visitor().json('/api/reader/register', pending);
    const known = await api.reader();
    const suspended = await api.reader();
    const where = { email: { equals: suspended.email } };
    await api.payload.update({ collection: 'readers', where, data: { status: 'suspended' } });
    for (const email of [someone().email, unclaimed, pending.email, known.email, suspended.email]) {
      const before = (await api.mailsTo(email)).length;
      for (const post of ['json', 'form'] as const) {
        expect((await api.visitor()[post]('/api/reader/register', { ...words, email })).status).toBe(202);
        await api.visitor()[post]('/api/reader/forgot', { ...words, email });
      }
      const mails = await api.mailsTo(email);
      expect(mails).toHaveLength(before + 4);
      expect(JSON.stringify(mails)).not.toMatch(/umbrella/i);
      await api.forgetLimits();
    }
  });

  test('two registrations of one address at once both succeed, with one account', async () => {
    const person = someone();
    const answers = await Promise.all([1, 2, 3].map(() => api.visitor().json('/api/reader/register', person)));
    expect(answers.map(({ status }) => status)).toEqual([202, 202, 202]);
    expect(await query(api.database, 'select 1 from readers where email = $1', [person.email])).toHaveLength(1);
  });
});

describe('limits', () => {
  test('of login count the address that was submitted', async () => {
    const { email } = someone();
    const tries = [];
    for (let i = 0; i < 11; i++) tries.push(await api.visitor().json('/api/reader/login', { email, password: 'x' }));
    expect(tries.map(({ status }) => status)).toEqual([...Array(10).fill(401), 429]);
    expect(Number(tries.at(-1)!.headers.get('retry-after'))).toBeGreaterThan(0);
    expect((await api.visitor().json('/api/reader/login', { ...someone(), password: 'x' })).status).toBe(401);
  });

  test('of registering keep anybody from filling a mailbox', async () => {
    const person = someone();
    for (let i = 0; i < 6; i++)
      await api.visitor().json('/api/reader/register', person, { 'x-forwarded-for': `198.51.100.${i}` });
    expect(await api.mailsTo(person.email)).toHaveLength(4);
  });
});
