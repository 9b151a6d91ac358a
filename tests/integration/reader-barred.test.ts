import { beforeEach, describe, expect, test } from 'vitest';
import { inTransaction } from '../../cms/src/in-transaction.ts';
import { endSuspensions } from '../../cms/src/moderation/end-suspensions.ts';
import { readerTable } from '../../cms/src/readers/endpoints.ts';
import { query } from '../support/database.ts';
import { isAlive } from './reader-account.ts';
import { startReaderApi, type Reader } from './reader-client.ts';
import { comment, enforce, idOf, isKnown, makeDue } from './reader-data.ts';

const api = await startReaderApi();
const article = await api.publish();
const reader = await api.reader();
const id = await idOf(reader);
const own = await comment(api, reader, article.id, 'The bridge is still closed.', 'published');
const shown = await comment(api, await api.reader(), article.id, 'It is not.', 'published');

beforeEach(async () => {
  await api.forgetLimits();
  await query(api.database, 'delete from bans');
});

const update = (whose: string, data: object) =>
  api.payload.update({ collection: 'readers', id: whose, data: data as never });
const until = new Date(Date.now() + 7 * 86_400_000).toISOString();
const suspension = { status: 'suspended', suspendedUntil: until, suspensionReason: 'Threats against <b>others</b>.' };
const ban = (pattern: string) => api.payload.create({ collection: 'bans', data: { pattern } as never });

const bars = {
  suspended: ({ email }: Reader) =>
    api.payload.update({ collection: 'readers', where: { email: { equals: email } }, data: suspension as never }),
  banned: ({ email }: Reader) => ban(email),
};
type Bar = keyof typeof bars;

/** Somebody who is barred and has logged in since. */
async function barredBrowser(bar: Bar, who: Reader) {
  await update(await idOfEmail(who), { status: 'active' });
  await bars[bar](who);
  const browser = api.visitor();
  const login = await browser.json('/api/reader/login', { email: who.email, password: who.password });
  return { browser, login };
}

const idOfEmail = async ({ email }: Reader) =>
  (await query<{ id: string }>(api.database, 'select id from readers where email = $1', [email]))[0]!.id;

/** What is theirs by law, and the way out. */
const theirs = ['get /account', 'get /account/export', 'get /account/delete', 'post /account/delete'];
const wayOut = ['post /logout', 'post /account/sessions/end-all'];
/** What asks for nobody's session: it is read, or proved by something else. */
const anybodys = [
  'get /register',
  'post /register',
  'get /register/challenge',
  'get /verify',
  'post /verify',
  'get /login',
  'post /login',
  'post /login/passkey/options',
  'post /login/passkey',
  'get /forgot',
  'post /forgot',
  'get /reset',
  'post /reset',
  'get /account/email/confirm',
  'post /account/email/confirm',
  'get /unsubscribe',
  'post /unsubscribe',
  'get /comments',
  'get /comments/at',
  'get /comments/by',
];

const saysWhy = { suspended: /cannot post at the moment/, banned: /cannot be done from here/ };
const detail = {
  suspended:
    /^It is suspended until \d+ \w+ \d{4}.* UTC\. The newsroom’s reason: Threats.*download or delete what we keep/,
  banned: /^You can still download or delete what we keep/,
};
const onPage = { suspended: 'Threats against &lt;b&gt;others&lt;/b&gt;.', banned: 'cannot be done from here' };

/** The page says why, too; a deletion with the wrong password is refused for that. */
function expected(route: string) {
  if (route === 'post /account/delete') return { status: 422, refused: false };
  if (theirs.includes(route)) return { status: 200, refused: route === 'get /account' };
  return wayOut.includes(route) ? { status: 204, refused: false } : { status: 403, refused: true };
}

const routes = readerTable.map(({ method, path }) => `${method} ${path}`);

test('every route is named that is open to whoever is barred', () => {
  expect([...theirs, ...wayOut, ...anybodys].filter((route) => !routes.includes(route))).toEqual([]);
});

describe.each(['suspended', 'banned'] as const)('a reader who is %s', (bar) => {
  test.each(routes.filter((route) => !anybodys.includes(route)))('%s', async (route) => {
    const { browser } = await barredBrowser(bar, reader);
    const [method = '', path = ''] = route.split(' ');
    const given = { article: article.id, comment: path.includes('recommend') || path.includes('report') ? shown : own };
    const answer =
      method === 'get'
        ? await browser.call(`/api/reader${path}?${new URLSearchParams(given)}`)
        : await browser.json(`/api/reader${path}`, { ...given, password: 'not the one at all' });
    const refused = saysWhy[bar].test(await answer.text());
    expect({ status: answer.status, refused }).toEqual(expected(route));
  });

  test('learns why where they log in, in a session that the site’s pages take for nobody’s', async () => {
    const { browser, login } = await barredBrowser(bar, reader);
    expect(login.status).toBe(403);
    const told = (await login.json()) as { code: string; detail: string };
    expect(told.code).toBe(bar);
    expect(told.detail).toMatch(detail[bar]);
    expect([...browser.jar.keys()]).toEqual(['dateline_session']);
    const page = await (await browser.call('/api/reader/account')).text();
    expect(page).toMatch(/account\/export[^]+account\/delete/);
    expect(page).not.toMatch(/account\/(name|password|email)/);
    expect(page).toContain(onPage[bar]);
    const thread = await browser.call(`/api/reader/comments?article=${article.id}`);
    expect(thread.status).toBe(200);
    expect(await thread.json()).toMatchObject({ own: [], mine: [] });
    const form = await api.visitor().form('/api/reader/login', { email: reader.email, password: reader.password });
    expect(form.status).toBe(403);
    expect(await form.text()).toContain('download or delete');
  });

  test('is logged out in the transaction that bars them, or not at all', async () => {
    const other = await api.reader();
    const session = other.jar.get('dateline_session');
    const whose = await idOf(other);
    const barring = (fails: boolean) =>
      inTransaction(api.payload, async (req) => {
        if (bar === 'banned')
          await api.payload.create({ collection: 'bans', data: { pattern: other.email } as never, req });
        else await api.payload.update({ collection: 'readers', id: whose, data: suspension as never, req });
        if (fails) throw new Error('The desk thought better of it.');
      });
    await expect(barring(true)).rejects.toThrow('thought better');
    expect(await isAlive(api, session)).toBe(true);
    await barring(false);
    expect(await query(api.database, 'select 1 from reader_sessions where user_id = $1', [whose])).toEqual([]);
  });

  test('can have their account deleted', async () => {
    const leaving = await api.reader();
    const whose = await idOf(leaving);
    const { browser } = await barredBrowser(bar, leaving);
    const asked = await browser.json('/api/reader/account/delete', { password: leaving.password });
    expect(asked.status).toBe(204);
    await makeDue(api, whose);
    await enforce(api);
    expect(await isKnown(api, whose)).toBe(false);
  });

  test('can do everything again when that is over', async () => {
    const { browser } = await barredBrowser(bar, reader);
    expect((await browser.call('/api/reader/me')).status).toBe(403);
    await update(id, { status: 'active' });
    await query(api.database, 'delete from bans');
    expect((await browser.call('/api/reader/me')).status).toBe(200);
  });
});

test('who is banned and takes a new password is told so, and has no more than their account', async () => {
  const one = await api.reader();
  await api.visitor().json('/api/reader/forgot', { email: one.email });
  const token = await api.tokenFor(one.email);
  await ban(one.email);
  const browser = api.visitor();
  const answer = await browser.json('/api/reader/reset', { token, password: 'eleven goats on a hill' });
  expect([answer.status, await answer.json()]).toMatchObject([403, { code: 'banned' }]);
  expect(browser.jar.has('dateline_reader'), 'what has pages ask for its reader').toBe(false);
  expect((await browser.call('/api/reader/account')).status).toBe(200);
});

test('whoever comes from a network that is banned reads and sees to what is theirs, and no more', async () => {
  await update(id, { status: 'active' });
  const browser = api.visitor();
  await browser.json('/api/reader/login', { email: reader.email, password: reader.password });
  await ban('127.0.0.0/8');
  expect((await browser.json('/api/reader/account/name', { name: 'Somebody Else' })).status).toBe(403);
  const recommending = { comment: shown, recommended: true };
  expect((await browser.json('/api/reader/comments/recommend', recommending)).status).toBe(403);
  expect((await browser.call('/api/reader/account/export')).status).toBe(200);
  await query(api.database, 'delete from bans');
  expect((await browser.json('/api/reader/comments/recommend', recommending)).status).toBe(200);
});

describe('a suspension', () => {
  const subjects = async (who: Reader) => (await api.mailsTo(who.email)).slice(2).map(({ subject }) => subject);

  test('is told by mail with its end and reason, when it changes too, and when it is lifted', async () => {
    const told = await api.reader();
    const whose = await idOf(told);
    const before = (await api.mailsTo(told.email)).length;
    await update(whose, suspension);
    await update(whose, { staff: false });
    await update(whose, { suspendedUntil: null });
    await update(whose, { status: 'active' });
    const [first, second, third, ...more] = (await api.mailsTo(told.email)).slice(before);
    expect(first?.subject).toMatch(/is suspended$/);
    expect(first?.text).toMatch(/until \d+ \w+ \d{4}.* UTC\. The newsroom’s reason: Threats against <b>others<\/b>\./);
    expect(first?.html).toContain('&lt;b&gt;others');
    expect(second?.text).toContain('until the newsroom ends that');
    expect(third?.subject).toMatch(/is not suspended any more$/);
    expect(more).toEqual([]);
    const [row] = await query(api.database, 'select suspension_reason from readers where id = $1', [whose]);
    expect(row, 'and a reason holds no longer than that').toEqual({ suspension_reason: null });
  });

  test('that ends in its time is told no more', async () => {
    const told = await api.reader();
    const whose = await idOf(told);
    await update(whose, suspension);
    await query(api.database, `update readers set suspended_until = now() - interval '1 second' where id = $1`, [
      whose,
    ]);
    const before = await subjects(told);
    await endSuspensions(api.payload);
    expect((await query(api.database, 'select status from readers where id = $1', [whose]))[0]).toEqual({
      status: 'active',
    });
    expect(await subjects(told)).toEqual(before);
  });
});
