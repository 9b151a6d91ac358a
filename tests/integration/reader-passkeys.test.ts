import { hintCookie } from '../../shared/src/session.ts';
import { beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { inTransaction } from '../../cms/src/in-transaction.ts';
import { passkeysOf, removePasskeysOf } from '../../cms/src/readers/passkeys/rows.ts';
import { endSessionsOf } from '../../cms/src/readers/session.ts';
import { connect, query, waitingFor as waitingIn } from '../support/database.ts';
import { elsewhere } from './reader-account.ts';
import { softAuthenticator, type Ceremony } from './authenticator.ts';
import { publicURL, startReaderApi } from './reader-client.ts';

let api: Awaited<ReturnType<typeof startReaderApi>>;
beforeAll(async () => {
  api = await startReaderApi();
});
beforeEach(() => api.forgetLimits());

type Reader = Awaited<ReturnType<typeof api.reader>>;
type Browser = Pick<Reader, 'json' | 'call' | 'jar'>;

const waitingFor = (text: string) => waitingIn(api.database, text);
const base = '/api/reader/account/passkeys';
const idOf = async (reader: Browser) => ((await (await reader.call('/api/reader/me')).json()) as { id: string }).id;

async function newChallenge(reader: Reader): Promise<string> {
  const answer = await reader.json(`${base}/options`, { password: reader.password });
  expect(answer.status).toBe(200);
  return ((await answer.json()) as { challenge: string }).challenge;
}

async function loginChallenge(browser: Browser): Promise<string> {
  const answer = await browser.json('/api/reader/login/passkey/options', {});
  return ((await answer.json()) as { challenge: string }).challenge;
}

/** A reader who has a passkey. */
async function holder() {
  const reader = await api.reader();
  const device = softAuthenticator(publicURL);
  const passkey = device.create({ challenge: await newChallenge(reader) });
  expect((await reader.json(base, { passkey })).status).toBe(201);
  return { reader, device };
}

const prove = async (browser: Browser, passkey: unknown) => browser.json('/api/reader/login/passkey', { passkey });

/** The status of a login with the answer of a device. */
async function logIn(device: ReturnType<typeof softAuthenticator>, more: Partial<Ceremony> = {}) {
  const browser = api.visitor();
  const answer = await prove(browser, device.get({ challenge: await loginChallenge(browser), ...more }));
  expect(browser.jar.has(hintCookie)).toBe(answer.status === 200);
  return answer.status;
}

describe('a passkey', () => {
  test('logs in under a new id, and its owner is told by mail when it is added', async () => {
    const { reader, device } = await holder();
    expect((await api.mailsTo(reader.email)).at(-1)?.subject).toMatch(/^A passkey was added/);
    const old = reader.jar.get('dateline_session');
    const proved = await prove(reader, device.get({ challenge: await loginChallenge(reader) }));
    expect(await proved.json()).toEqual({ to: '/account/' });
    expect(reader.jar.get('dateline_session')).not.toBe(old);
    expect((await reader.call('/api/reader/me')).status).toBe(200);
    expect(await (await reader.call('/api/reader/account/passkeys')).text()).toContain('last used');
  });

  test('is added with the password alone, and never without', async () => {
    const reader = await api.reader();
    expect((await reader.json(`${base}/options`, { password: 'not the one at all' })).status).toBe(422);
    expect((await api.visitor().json(`${base}/options`, { password: reader.password })).status).toBe(401);
    const device = softAuthenticator(publicURL);
    const challenge = await loginChallenge(reader);
    expect((await reader.json(base, { passkey: device.create({ challenge }) })).status).toBe(401);
    expect(await logIn(device)).toBe(401);
  });

  const wrongs: [string, Partial<Ceremony>][] = [
    ['from another origin', { origin: 'https://evil.example' }],
    ['for another host', { rpId: 'evil.example' }],
    ['that was not unlocked', { verified: false }],
    ['to a challenge that we did not make', { challenge: 'AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA' }],
  ];
  test.each(wrongs)('%s is neither added nor logs in', async (_what, wrong) => {
    const { device } = await holder();
    expect(await logIn(device, wrong)).toBe(401);
    const reader = await api.reader();
    const other = softAuthenticator(publicURL);
    const passkey = other.create({ challenge: await newChallenge(reader), ...wrong });
    expect((await reader.json(base, { passkey })).status).toBe(401);
    expect(await logIn(device), 'and the true one still does').toBe(200);
  });

  test('of which a copy was made is refused, by its counter', async () => {
    const { device } = await holder();
    expect(await logIn(device)).toBe(200);
    device.rewind();
    expect(await logIn(device)).toBe(401);
  });

  test('is proved once for a challenge', async () => {
    const { device } = await holder();
    const browser = api.visitor();
    const passkey = device.get({ challenge: await loginChallenge(browser) });
    const answers = await Promise.all([1, 2, 3].map(() => prove(api.visitor(), passkey)));
    expect(answers.map(({ status }) => status).toSorted((a, b) => a - b)).toEqual([200, 401, 401]);
  });

  test('needs its challenge in time, and made for this reader', async () => {
    const { device, reader } = await holder();
    const browser = api.visitor();
    const challenge = await loginChallenge(browser);
    await query(api.database, `update passkey_challenges set expires_at = now() - interval '1 second'`);
    expect((await prove(browser, device.get({ challenge }))).status).toBe(401);
    const other = await api.reader();
    const passkey = softAuthenticator(publicURL).create({ challenge: await newChallenge(other) });
    expect((await reader.json(base, { passkey })).status).toBe(401);
  });

  test('signed by another key is refused, and unknown ones say the same', async () => {
    const { device } = await holder();
    const browser = api.visitor();
    const forger = softAuthenticator(publicURL);
    const forged = { ...forger.get({ challenge: await loginChallenge(browser) }), id: device.id, rawId: device.id };
    const refused = await prove(browser, forged);
    const unknown = await prove(browser, forger.get({ challenge: await loginChallenge(browser) }));
    expect([refused.status, unknown.status]).toEqual([401, 401]);
    expect(await refused.text()).toBe(await unknown.text());
  });

  test('ends with its removal, which nobody else can do, and with its account', async () => {
    const { reader, device } = await holder();
    const stranger = await api.reader();
    await stranger.json(`${base}/remove`, { passkey: device.id });
    expect(await logIn(device)).toBe(200);
    await reader.json(`${base}/remove`, { passkey: device.id });
    expect(await logIn(device)).toBe(401);
    expect((await api.mailsTo(reader.email)).at(-1)?.subject).toMatch(/^A passkey was removed/);
    expect((await api.mailsTo(stranger.email)).map(({ subject }) => subject).join()).not.toContain('removed');
    const { reader: leaving, device: last } = await holder();
    await api.payload.delete({ collection: 'readers', id: await idOf(leaving) });
    expect(await logIn(last)).toBe(401);
  });

  test('goes with a reset of the password, and so does what would make another', async () => {
    const { reader, device } = await holder();
    const pending = await newChallenge(reader);
    await api.visitor().json('/api/reader/forgot', { email: reader.email });
    const token = await api.tokenFor(reader.email);
    expect(await (await api.visitor().call(`/api/reader/reset?token=${token}`)).text()).toContain('passkeys');
    const browser = api.visitor();
    const answer = await browser.form('/api/reader/reset', { token, password: 'eleven goats on a hill' });
    expect(answer.headers.get('location')).toContain('done=reset');
    expect(await (await browser.call('/api/reader/account?done=reset')).text()).toContain('passkeys that the account');
    expect((await api.mailsTo(reader.email)).at(-1)?.text).toContain('Passkeys that the account had are removed.');
    expect(await logIn(device)).toBe(401);
    const passkey = softAuthenticator(publicURL).create({ challenge: pending });
    expect((await browser.json(base, { passkey })).status).toBe(401);
  });

  test('stays when the password is changed, unless its reader wishes otherwise', async () => {
    const { reader, device } = await holder();
    const [first, second] = [reader.password, 'eleven goats on a hill'];
    await reader.form('/api/reader/account/password', { password: first, newPassword: second });
    expect((await api.mailsTo(reader.email)).at(-1)?.text).toContain('Its passkeys are as they were.');
    expect(await logIn(device)).toBe(200);
    const wish = { password: second, newPassword: first, removePasskeys: 'yes' };
    expect((await reader.form('/api/reader/account/password', wish)).status).toBe(303);
    expect((await api.mailsTo(reader.email)).at(-1)?.text).toContain('Passkeys that the account had are removed.');
    expect(await logIn(device)).toBe(401);
  });

  test('is not added by a session that ends at the same moment', async () => {
    const reader = await api.reader();
    const passkey = softAuthenticator(publicURL).create({ challenge: await newChallenge(reader) });
    let adding: Promise<Response> | undefined;
    await inTransaction(api.payload, async (req) => {
      await endSessionsOf(req, await idOf(reader));
      adding = reader.json(base, { passkey });
      await expect.poll(() => waitingFor('key share')).toBe(1);
    });
    expect((await adding)?.status).toBe(401);
    expect(await passkeysOf(api.payload, await idOf(await elsewhere(api, reader)))).toEqual([]);
  });

  test('that is removed at the same moment leaves no session', async () => {
    const { reader, device } = await holder();
    const browser = api.visitor();
    const passkey = device.get({ challenge: await loginChallenge(browser) });
    const id = await idOf(reader);
    const holding = await connect(api.database);
    await holding.query('begin');
    await holding.query('select 1 from readers where id = $1 for update', [id]);
    const login = prove(browser, passkey);
    // It has proved the passkey, and begins its session.
    await expect.poll(() => waitingFor('reader_sessions')).toBe(1);
    await inTransaction(api.payload, async (req) => {
      await endSessionsOf(req, id);
      await removePasskeysOf(req, id);
    });
    await holding.query('commit');
    expect((await login).status).toBe(401);
    expect(await query(api.database, 'select 1 from reader_sessions where user_id = $1', [id])).toEqual([]);
  });

  test('that goes with a password that is changed, after the sessions have ended, leaves none', async () => {
    const { reader, device } = await holder();
    const browser = api.visitor();
    const passkey = device.get({ challenge: await loginChallenge(browser) });
    const id = await idOf(reader);
    let login: ReturnType<typeof prove> | undefined;
    await inTransaction(api.payload, async (req) => {
      await api.payload.update({ collection: 'readers', id, data: { passwordHash: 'other' } as never, depth: 0, req });
      await endSessionsOf(req, id);
      login = prove(browser, passkey);
      await expect.poll(() => waitingFor('for share')).toBe(1);
      await removePasskeysOf(req, id);
    });
    expect((await login)?.status).toBe(401);
    expect(await query(api.database, 'select 1 from reader_sessions where user_id = $1', [id])).toEqual([]);
  });

  test('is called what its reader calls it, and one that has no name by what made it', async () => {
    const reader = await api.reader();
    for (const name of ['  Office <b>key</b> ', '', 'x'.repeat(61)]) {
      const passkey = softAuthenticator(publicURL).create({ challenge: await newChallenge(reader) });
      await reader.json(base, { passkey, name });
    }
    const page = await (await reader.call('/api/reader/account/passkeys')).text();
    expect([...page.matchAll(/<div><p>([^<]*)/g)].map(([, name]) => name)).toEqual([
      'Office &lt;b&gt;key&lt;/b&gt;',
      'Made with Unknown browser',
    ]);
    const exported = await (await reader.call('/api/reader/account/export')).json();
    expect(exported.passkeys.map(({ name }: { name: unknown }) => name)).toEqual(['Office <b>key</b>', null]);
  });

  test('does not let in whom the desk has suspended', async () => {
    const { reader, device } = await holder();
    await api.payload.update({ collection: 'readers', id: await idOf(reader), data: { status: 'suspended' } });
    expect(await logIn(device)).toBe(403);
  });

  test('is not taken over by another account', async () => {
    const { device } = await holder();
    const thief = await api.reader();
    const passkey = device.create({ challenge: await newChallenge(thief) });
    expect((await thief.json(base, { passkey })).status).toBe(401);
  });
});

test.each([
  'account/passkeys/options',
  'account/passkeys',
  'account/passkeys/remove',
  'login/passkey/options',
  'login/passkey',
])('from another site %s does nothing', async (path) => {
  const reader = await api.reader();
  for (const headers of [{ origin: 'https://evil.example' }, { origin: '' }, { 'sec-fetch-site': 'cross-site' }]) {
    expect((await reader.json(`/api/reader/${path}`, {}, headers as never)).status).toBe(403);
  }
});

test.each([
  undefined,
  5,
  'x',
  {},
  { id: 'a', rawId: 'a', type: 'public-key', response: {}, clientExtensionResults: {} },
])('what is no passkey is refused: %j', async (passkey) => {
  expect((await api.visitor().json('/api/reader/login/passkey', { passkey })).status).toBe(422);
});
