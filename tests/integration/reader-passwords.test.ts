import { randomUUID } from 'node:crypto';
import { beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { inTransaction } from '../../cms/src/in-transaction.ts';
import { query, waitingFor } from '../support/database.ts';
import { elsewhere, fields, isAlive, logIn, seen } from './reader-account.ts';
import { publicURL, startReaderApi, type ReaderApi } from './reader-client.ts';

let api: ReaderApi;
beforeAll(async () => {
  api = await startReaderApi();
});
beforeEach(() => api.forgetLimits());

describe('a forgotten password', () => {
  test('is replaced through a mailed link that only a POST uses, and every session ends', async () => {
    const reader = await api.reader();
    const old = reader.jar.get('dateline_session');
    const browser = api.visitor();
    const asked = await browser.form('/api/reader/forgot', { email: reader.email });
    expect(asked.status).toBe(202);
    expect(await asked.text()).toContain('Look into your mail');
    const token = await api.tokenFor(reader.email);
    for (const method of ['GET', 'HEAD', 'GET']) {
      expect((await browser.call(`/api/reader/reset?token=${token}`, { method })).status).toBe(200);
    }
    expect(await isAlive(api, old)).toBe(true);
    const password = 'eleven goats on a hill';
    const chosen = await browser.form('/api/reader/reset', { token, password });
    expect(chosen.status).toBe(303);
    expect(chosen.headers.get('location')).toBe(`${publicURL}/api/reader/account?done=reset`);
    expect(await (await browser.call('/api/reader/account?done=reset')).text()).toContain('password is changed');
    expect(await isAlive(api, old)).toBe(false);
    expect(await logIn(api, reader.email, reader.password)).toBe(401);
    expect(await logIn(api, reader.email, password)).toBe(200);
    expect((await api.mailsTo(reader.email)).at(-1)?.subject).toMatch(/was changed/);
    expect((await browser.call(`/api/reader/reset?token=${token}`)).status).toBe(410);
    expect((await browser.json('/api/reader/reset', { token, password })).status).toBe(410);
  });

  test('is asked for in the same words, and with the same work, whoever has an account', async () => {
    const known = await api.reader();
    const unconfirmed = `${randomUUID()}@example.org`;
    await api
      .visitor()
      .json('/api/reader/register', { email: unconfirmed, name: 'Some', password: 'quite long enough' });
    const unknown = `${randomUUID()}@example.org`;
    for (const post of ['json', 'form'] as const) {
      const answers = [];
      for (const email of [known.email, unconfirmed, unknown])
        answers.push(await seen(await api.visitor()[post]('/api/reader/forgot', { email })));
      expect(answers[1]).toEqual(answers[0]);
      expect(answers[2]).toEqual(answers[0]);
    }
    const subjects = async (to: string) => (await api.mailsTo(to)).at(-1)?.subject;
    expect(await subjects(known.email)).toMatch(/^Choose a new password/);
    for (const email of [unconfirmed, unknown]) expect(await subjects(email)).toMatch(/^You have no account/);
  });

  test('has a link for an hour, and a new password that is guessed early leaves it good', async () => {
    const reader = await api.reader();
    await api.visitor().json('/api/reader/forgot', { email: reader.email });
    const token = await api.tokenFor(reader.email);
    const [life] = await query<{ minutes: number }>(
      api.database,
      `select extract(epoch from max(expires_at) - now())::int / 60 as minutes from reader_tokens where purpose = 'reset'`,
    );
    expect(life?.minutes).toBeLessThanOrEqual(60);
    const refused = await api.visitor().json('/api/reader/reset', { token, password: 'Wanjiku Otieno' });
    expect(refused.status).toBe(422);
    expect((await fields(refused)).password).toMatch(/tried first/);
    const short = await api.visitor().form('/api/reader/reset', { token, password: 'short' });
    expect(short.status).toBe(422);
    expect(await short.text()).toContain(`value="${token}"`);
    const twice = await Promise.all(
      [1, 2, 3].map(() => api.visitor().json('/api/reader/reset', { token, password: 'eleven goats on a hill' })),
    );
    expect(twice.map(({ status }) => status).toSorted((a, b) => a - b)).toEqual([204, 410, 410]);
  });

  test('does not bring back a reader whom the desk has suspended', async () => {
    const reader = await api.reader();
    const where = { email: { equals: reader.email } };
    await api.visitor().json('/api/reader/forgot', { email: reader.email });
    const token = await api.tokenFor(reader.email);
    await api.payload.update({ collection: 'readers', where, data: { status: 'suspended' } });
    const browser = api.visitor();
    const answer = await browser.json('/api/reader/reset', { token, password: 'eleven goats on a hill' });
    expect(answer.status).toBe(403);
    expect(browser.jar.size).toBe(0);
  });

  test('fills no mailbox', async () => {
    const { email } = await api.reader();
    const before = (await api.mailsTo(email)).length;
    await api.forgetLimits();
    for (let i = 0; i < 8; i++) await api.visitor().json('/api/reader/forgot', { email });
    expect((await api.mailsTo(email)).length - before).toBe(4);
  });
});

describe('a change of password', () => {
  test('needs the old one, ends every other session and every mailed link, and turns this one', async () => {
    const reader = await api.reader();
    const other = await elsewhere(api, reader);
    await api.visitor().json('/api/reader/forgot', { email: reader.email });
    const token = await api.tokenFor(reader.email);
    const old = reader.jar.get('dateline_session');
    const newPassword = 'eleven goats on a hill';
    const wrong = await reader.form('/api/reader/account/password', { password: 'not the one at all', newPassword });
    expect(wrong.status).toBe(422);
    const html = await wrong.text();
    expect(html).toContain('This is not your password.');
    expect(html).not.toContain(newPassword);
    expect(await isAlive(api, other.jar.get('dateline_session'))).toBe(true);

    const done = await reader.form('/api/reader/account/password', { password: reader.password, newPassword });
    expect(done.headers.get('location')).toBe(`${publicURL}/api/reader/account?done=password`);
    expect(await isAlive(api, reader.jar.get('dateline_session'))).toBe(true);
    expect(await isAlive(api, old)).toBe(false);
    expect(await isAlive(api, other.jar.get('dateline_session'))).toBe(false);
    expect((await api.visitor().json('/api/reader/reset', { token, password: 'something of mine' })).status).toBe(410);
    expect(await logIn(api, reader.email, reader.password)).toBe(401);
    expect(await logIn(api, reader.email, newPassword)).toBe(200);
  });

  test('ends a session that was begun with the old one at the same moment', async () => {
    const reader = await api.reader();
    const { id } = (await (await reader.call('/api/reader/me')).json()) as { id: string };
    const late = api.visitor();
    let login: Promise<Response> | undefined;
    await inTransaction(api.payload, async (req) => {
      await api.payload.update({ collection: 'readers', id, data: { passwordHash: 'another' }, depth: 0, req });
      login = late.json('/api/reader/login', { email: reader.email, password: reader.password });
      // It has read the old hash and begun its session; what it still has to learn waits for this transaction.
      await expect.poll(() => waitingFor(api.database, 'update readers set last_seen_at')).toBe(1);
    });
    expect((await login)?.status).toBe(401);
    expect(late.jar.size).toBe(0);
    expect(await query(api.database, 'select 1 from reader_sessions where user_id = $1', [id])).toHaveLength(1);
  });

  test('cannot be guessed at from a browser that was left open', async () => {
    const reader = await api.reader();
    const tries = [];
    for (let i = 0; i < 11; i++) {
      const guess = { password: `guess number ${i}`, newPassword: 'eleven goats on a hill' };
      tries.push((await reader.json('/api/reader/account/password', guess)).status);
    }
    expect(tries).toEqual([...Array(10).fill(422), 429]);
  });
});
