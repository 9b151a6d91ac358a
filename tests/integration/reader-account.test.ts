import { randomUUID } from 'node:crypto';
import { beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { inTransaction } from '../../cms/src/in-transaction.ts';
import { query } from '../support/database.ts';
import { publicURL, startReaderApi } from './reader-client.ts';

let api: Awaited<ReturnType<typeof startReaderApi>>;
beforeAll(async () => {
  api = await startReaderApi();
});
beforeEach(() => api.forgetLimits());

const seen = async (response: Response) => {
  const headers = Object.fromEntries(response.headers);
  delete headers.date;
  return { status: response.status, headers, body: await response.text() };
};

/** Whether the session that this cookie held is still one. */
const isAlive = async (session: string | undefined) => {
  const headers = { cookie: `dateline_session=${session}` };
  return (await api.visitor().call('/api/reader/me', { headers })).status === 200;
};

const fields = async (response: Response) => ((await response.json()) as { fields: Record<string, string> }).fields;

type Reader = Awaited<ReturnType<typeof api.reader>>;

/** The same reader in another browser. */
async function elsewhere({ email, password }: Pick<Reader, 'email' | 'password'>, userAgent = '') {
  const browser = api.visitor();
  await browser.json('/api/reader/login', { email, password }, { 'user-agent': userAgent });
  return browser;
}

const logIn = async (email: string, password: string) =>
  (await api.visitor().json('/api/reader/login', { email, password })).status;

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
    expect(await isAlive(old)).toBe(true);
    const password = 'eleven goats on a hill';
    const chosen = await browser.form('/api/reader/reset', { token, password });
    expect(chosen.status).toBe(303);
    expect(chosen.headers.get('location')).toBe(`${publicURL}/api/reader/account?done=password`);
    expect(await (await browser.call('/api/reader/account?done=password')).text()).toContain('password is changed');
    expect(await isAlive(old)).toBe(false);
    expect(await logIn(reader.email, reader.password)).toBe(401);
    expect(await logIn(reader.email, password)).toBe(200);
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
    await api.payload.update({ collection: 'readers', where, data: { status: 'suspended' } });
    const browser = api.visitor();
    const token = await api.tokenFor(reader.email);
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
    const other = await elsewhere(reader);
    await api.visitor().json('/api/reader/forgot', { email: reader.email });
    const token = await api.tokenFor(reader.email);
    const old = reader.jar.get('dateline_session');
    const newPassword = 'eleven goats on a hill';
    const wrong = await reader.form('/api/reader/account/password', { password: 'not the one at all', newPassword });
    expect(wrong.status).toBe(422);
    const html = await wrong.text();
    expect(html).toContain('This is not your password.');
    expect(html).not.toContain(newPassword);
    expect(await isAlive(other.jar.get('dateline_session'))).toBe(true);

    const done = await reader.form('/api/reader/account/password', { password: reader.password, newPassword });
    expect(done.headers.get('location')).toBe(`${publicURL}/api/reader/account?done=password`);
    expect(await isAlive(reader.jar.get('dateline_session'))).toBe(true);
    expect(await isAlive(old)).toBe(false);
    expect(await isAlive(other.jar.get('dateline_session'))).toBe(false);
    expect((await api.visitor().json('/api/reader/reset', { token, password: 'something of mine' })).status).toBe(410);
    expect(await logIn(reader.email, reader.password)).toBe(401);
    expect(await logIn(reader.email, newPassword)).toBe(200);
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
      await expect
        .poll(() =>
          query(
            api.database,
            `select 1 from pg_stat_activity where query like '%for share%' and wait_event_type = 'Lock'`,
          ),
        )
        .toHaveLength(1);
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
    expect(await logIn(reader.email, reader.password)).toBe(401);
    expect(await logIn(email, reader.password)).toBe(200);
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
    expect(await logIn(email, registered.password)).toBe(200);
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
    const other = await elsewhere(reader, firefox);
    const page = await (await reader.call('/api/reader/account')).text();
    expect(page).toContain('Firefox on Linux');
    expect(page.match(/This browser/g)).toHaveLength(1);
    expect(page).not.toContain(other.jar.get('dateline_session'));
    const session = /name="session" value="(\w+)"/.exec(page)?.[1] ?? '';
    expect(await isAlive(session), 'the name in the list lets nobody in').toBe(false);

    const stranger = await api.reader();
    expect((await stranger.json('/api/reader/account/sessions/end', { session })).status).toBe(204);
    expect(await isAlive(other.jar.get('dateline_session')), "it is not the stranger's").toBe(true);

    const ended = await reader.form('/api/reader/account/sessions/end', { session });
    expect(ended.headers.get('location')).toContain('done=session');
    expect(await isAlive(other.jar.get('dateline_session'))).toBe(false);
    expect(await isAlive(reader.jar.get('dateline_session'))).toBe(true);
  });

  test('all end together', async () => {
    const reader = await api.reader();
    const other = await elsewhere(reader, firefox);
    const own = reader.jar.get('dateline_session');
    await api.visitor().json('/api/reader/forgot', { email: reader.email });
    const out = await reader.form('/api/reader/account/sessions/end-all', {});
    expect(await out.text()).toContain('logged out everywhere');
    expect(reader.jar.size).toBe(0);
    expect(await isAlive(own)).toBe(false);
    expect(await isAlive(other.jar.get('dateline_session'))).toBe(false);
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
    expect(await isAlive(reader.jar.get('dateline_session'))).toBe(true);
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
    expect(await isAlive(reader.jar.get('dateline_session'))).toBe(true);
  });
});
