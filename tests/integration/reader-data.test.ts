import { randomUUID } from 'node:crypto';
import { beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { ownComment } from '../../shared/src/comment.ts';
import { readerExport } from '../../shared/src/reader-export.ts';
import { enforceRetention } from '../../cms/src/readers/retention/enforce.ts';
import { query } from '../support/database.ts';
import { publicURL, startReaderApi } from './reader-client.ts';

let api: Awaited<ReturnType<typeof startReaderApi>>;
let article: { id: string; slug: string };
beforeAll(async () => {
  api = await startReaderApi();
  article = await api.publish();
});
beforeEach(() => api.forgetLimits());

type Reader = Awaited<ReturnType<typeof api.reader>>;

const idOf = async (reader: Reader) => ((await (await reader.call('/api/reader/me')).json()) as { id: string }).id;
const isKnown = async (id: string) =>
  (await query(api.database, 'select 1 from readers where id = $1', [id])).length > 0;
const stored = async (id: string) =>
  (
    await query<Record<string, unknown>>(
      api.database,
      'select reader_id, key, author_name, body, status from comments where id = $1',
      [id],
    )
  )[0];
const enforce = () => enforceRetention(api.payload, publicURL);

async function comment(reader: Reader, body: string, status?: 'published' | 'refused' | 'removed'): Promise<string> {
  const answer = await reader.json('/api/reader/comments', { article: article.id, body, key: randomUUID() });
  const { id } = ownComment.parse(await answer.json());
  if (status === 'removed') await api.payload.update({ collection: 'comments', id, data: { status: 'published' } });
  if (status) await api.payload.update({ collection: 'comments', id, data: { status } });
  return id;
}

/** What the feed says of a comment now. */
const published = async (id: string) =>
  (
    await query<{ op: string; data: { author: string; html: string; removed: boolean } | null }>(
      api.database,
      'select op, data from outbox where document = $1 order by seq desc limit 1',
      [id],
    )
  )[0];

/** Every row of every table in which a text stands. */
async function rowsWith(text: string): Promise<string[]> {
  const tables = await query<{ name: string }>(
    api.database,
    `select quote_ident(table_name) as name from information_schema.tables
     where table_schema = 'public' and table_type = 'BASE TABLE'`,
  );
  const found = [];
  for (const { name } of tables) {
    const rows = await query(api.database, `select 1 from ${name} t where strpos(lower(t::text), lower($1)) > 0`, [
      text,
    ]);
    if (rows.length > 0) found.push(name);
  }
  return found;
}

const askForDeletion = (reader: Reader, comments = 'keep') =>
  reader.form('/api/reader/account/delete', { password: reader.password, comments });
const makeDue = (id: string) =>
  query(api.database, `update readers set delete_at = now() - interval '1 second' where id = $1`, [id]);

describe('the export', () => {
  test('has all that is kept of its reader, and nothing of anybody else', async () => {
    const reader = await api.reader();
    await comment(reader, 'Nobody has read this yet.');
    await comment(reader, 'The bridge is still closed.', 'published');
    const other = await api.reader('Somebody Else');
    await comment(other, 'This is mine.', 'published');
    const answer = await reader.call('/api/reader/account/export');
    expect(answer.status).toBe(200);
    expect(answer.headers.get('content-disposition')).toBe('attachment; filename="my-account.json"');
    expect(answer.headers.get('cache-control')).toBe('no-store');
    const text = await answer.text();
    const exported = readerExport.parse(JSON.parse(text));
    expect(exported.account).toMatchObject({ email: reader.email, name: 'Wanjiku Otieno', status: 'active' });
    expect(exported.comments.map(({ text: body, state }) => [body, state])).toEqual([
      ['Nobody has read this yet.', 'held'],
      ['The bridge is still closed.', 'published'],
    ]);
    expect(exported.comments[1]?.headline).toMatch(/^A story/);
    expect(exported.sessions).toHaveLength(1);
    expect(exported.mails.map(({ to }) => to)).toEqual([reader.email, reader.email]);
    expect(exported.notifications.map(({ what }) => what)).toEqual(['approved']);
    expect([exported.reports, exported.passkeys]).toEqual([[], []]);
    expect(text).not.toMatch(/argon2|This is mine|Somebody Else|token=/);
    expect(text).not.toContain(reader.jar.get('dateline_session'));
  });

  test('has passkeys and reports, and does not tell whether an address that was asked for has an account', async () => {
    const [reader, other] = [await api.reader(), await api.reader()];
    const theirs = await comment(other, 'Buy my boats.', 'published');
    await reader.json('/api/reader/comments/report', { comment: theirs, reason: 'advertising', note: 'Every day.' });
    await query(
      api.database,
      `insert into reader_passkeys (id, reader_id, public_key, counter, transports, device)
       values ($1, $2, 'key', 0, '', 'Firefox on Linux')`,
      [randomUUID(), await idOf(reader)],
    );
    for (const email of [other.email, `${randomUUID()}@example.org`]) {
      await reader.json('/api/reader/account/email', { email, password: reader.password });
    }
    const answer = await reader.call('/api/reader/account/export');
    const exported = readerExport.parse(await answer.json());
    expect(exported.reports).toMatchObject([{ comment: theirs, reason: 'It is advertising. Every day.' }]);
    expect(exported.passkeys).toMatchObject([{ device: 'Firefox on Linux', lastUsedAt: null }]);
    expect(new Set(exported.mails.map(({ to }) => to))).toEqual(new Set([reader.email]));
  });

  test('has what the desk made of its reader and of what they wrote', async () => {
    const reader = await api.reader();
    const id = await idOf(reader);
    const person = await api.payload.create({
      collection: 'people',
      data: { name: 'Wanjiku Otieno', _status: 'published' },
      depth: 0,
    });
    const pick = await comment(reader, 'The bridge is open again.', 'published');
    await api.payload.update({ collection: 'comments', id: pick, data: { pick: true } });
    const refused = await comment(reader, 'Sell your house.');
    const refusal = { status: 'refused', refusalReason: 'It is advertising.' };
    await api.payload.update({ collection: 'comments', id: refused, data: refusal as never });
    const badges = { staff: true, person: person.id } as never;
    await api.payload.update({ collection: 'readers', id, data: badges });
    await query(
      api.database,
      `update readers set suspended_until = '2026-02-04T12:00:00Z', delete_at = '2036-02-04T12:00:00Z' where id = $1`,
      [id],
    );
    const exported = readerExport.parse(await (await reader.call('/api/reader/account/export')).json());
    expect(exported.account).toMatchObject({
      staff: true,
      person: person.id,
      suspendedUntil: '2026-02-04T12:00:00.000Z',
      deleteAt: '2036-02-04T12:00:00.000Z',
    });
    expect(exported.comments).toMatchObject([
      { id: pick, pick: true, pinned: false, staff: true, person: person.id, reason: null },
      { id: refused, pick: false, reason: 'It is advertising.' },
    ]);
  });

  test('knows every column that is kept of a reader', async () => {
    const columns = await query<{ name: string }>(
      api.database,
      `select column_name as name from information_schema.columns where table_name = 'readers'`,
    );
    const { account } = readerExport.shape;
    const other: Record<string, string> = { personId: 'person', createdAt: 'registeredAt' };
    // The hash is nobody's to read; the other two say nothing of a reader.
    const leftOut = ['passwordHash', 'updatedAt', 'approvedCount'];
    const names = columns
      .map(({ name }) => name.replace(/_(\w)/g, (_, letter: string) => letter.toUpperCase()))
      .filter((name) => !leftOut.includes(name))
      .map((name) => other[name] ?? name);
    expect(names.toSorted()).toEqual(Object.keys(account.shape).toSorted());
  });

  test('is given to nobody', async () => {
    const answer = await api.visitor().call('/api/reader/account/export');
    expect(answer.status).toBe(303);
    expect(answer.headers.get('location')).toContain('/api/reader/login');
  });
});

describe('a name that changes', () => {
  test('changes under what is published', async () => {
    const reader = await api.reader();
    const held = await comment(reader, 'Nobody has read this yet.');
    const id = await comment(reader, 'The bridge is still closed.', 'published');
    await reader.json('/api/reader/account/name', { name: 'Wanjiku O.' });
    expect((await published(id))?.data?.author).toBe('Wanjiku O.');
    expect((await stored(held))?.author_name).toBe('Wanjiku O.');
    expect(await published(held), 'and what waits stays where it is').toBeUndefined();
  });

  test('by the desk does too, and the log says that it did, without a name', async () => {
    const reader = await api.reader();
    const id = await comment(reader, 'The bridge is closed again.', 'published');
    const user = { id: randomUUID(), collection: 'users', name: 'Desk', role: 'moderator' } as never;
    await api.payload.update({ collection: 'readers', id: await idOf(reader), data: { name: 'N. N.' }, user });
    expect((await published(id))?.data?.author).toBe('N. N.');
    const log = await query(api.database, `select before, after, staff_name from moderation_log where act = 'rename'`);
    expect(log).toEqual([{ before: null, after: null, staff_name: 'Desk' }]);
  });
});

describe('an account that is to be deleted', () => {
  test('is logged out everywhere at once, needs the password, and burns links', async () => {
    const reader = await api.reader();
    const session = reader.jar.get('dateline_session');
    await api.visitor().json('/api/reader/forgot', { email: reader.email });
    const token = await api.tokenFor(reader.email);
    const wrong = await reader.form('/api/reader/account/delete', { password: 'not it', comments: 'remove' });
    expect(wrong.status).toBe(422);
    expect(await wrong.text()).toMatch(/value="remove" checked/);
    expect((await reader.call('/api/reader/me')).status).toBe(200);
    const asked = await askForDeletion(reader);
    expect(await asked.text()).toContain('Your account will be deleted');
    expect(reader.jar.size).toBe(0);
    const headers = { cookie: `dateline_session=${session}` };
    expect((await api.visitor().call('/api/reader/me', { headers })).status).toBe(401);
    expect((await api.visitor().call(`/api/reader/reset?token=${token}`)).status).toBe(410);
    expect((await api.mailsTo(reader.email)).at(-1)?.subject).toMatch(/will be deleted/);
  });

  test('stays for a day, and for good where its reader logs in', async () => {
    const reader = await api.reader();
    const id = await idOf(reader);
    await askForDeletion(reader, 'remove');
    await enforce();
    expect(await isKnown(id)).toBe(true);
    await makeDue(id);
    await reader.json('/api/reader/login', { email: reader.email, password: reader.password });
    await enforce();
    expect(await isKnown(id)).toBe(true);
    const [row] = await query(api.database, 'select delete_at, empty_comments from readers where id = $1', [id]);
    expect(row).toEqual({ delete_at: null, empty_comments: false });
  });

  test('leaves nothing behind that says who it was', async () => {
    const reader = await api.reader('Nyaboke Ondieki');
    const id = await idOf(reader);
    const held = await comment(reader, 'A secret of mine that waits.');
    const shown = await comment(reader, 'The bridge is still closed.', 'published');
    const taken = await comment(reader, 'A secret of mine that was taken down.', 'removed');
    const other = await api.reader();
    const answered = await comment(other, 'Is it open again?', 'published');
    const answer = { article: article.id, body: 'It is not.', key: randomUUID(), parent: answered };
    const { id: reply } = ownComment.parse(await (await reader.json('/api/reader/comments', answer)).json());
    await api.payload.update({ collection: 'comments', id: reply, data: { status: 'published' } });
    expect((await api.mailsTo(other.email)).at(-1)?.text).toContain('Nyaboke Ondieki replied to you');
    const email = `${randomUUID()}@example.org`;
    await reader.json('/api/reader/account/email', { email, password: reader.password });
    await reader.json('/api/reader/account/email/confirm', { token: await api.tokenFor(email) });
    await reader.json('/api/reader/account/delete', { password: reader.password });
    await makeDue(id);
    await enforce();

    expect(await isKnown(id)).toBe(false);
    expect(await stored(shown)).toEqual({
      reader_id: null,
      key: null,
      author_name: 'Former reader',
      body: 'The bridge is still closed.',
      status: 'published',
    });
    expect(await published(shown)).toMatchObject({ op: 'put', data: { author: 'Former reader', removed: false } });
    expect(await stored(held)).toBeUndefined();
    expect(await stored(taken)).toMatchObject({ reader_id: null, body: '', status: 'removed' });
    for (const trace of [reader.email, email, 'Nyaboke', id, 'A secret of mine']) {
      expect(await rowsWith(trace), trace).toEqual([]);
    }
    const [told] = await query(api.database, 'select waits from notifications where comment_id = $1', [reply]);
    expect(told, 'and is told of anew, in the name of nobody').toEqual({ waits: true });
    expect(await rowsWith('The bridge is still closed'), 'the search itself finds').toContain('comments');
  });

  test('takes its published text with it where its reader wishes', async () => {
    const reader = await api.reader();
    const id = await idOf(reader);
    const shown = await comment(reader, 'The ferry is on time.', 'published');
    await askForDeletion(reader, 'remove');
    await makeDue(id);
    await enforce();
    expect(await stored(shown)).toMatchObject({ body: '', status: 'removed', author_name: 'Former reader' });
    expect((await published(shown))?.data).toMatchObject({ removed: true, html: '', author: '' });
  });

  test('is as anonymous where the desk deletes it', async () => {
    const reader = await api.reader();
    const shown = await comment(reader, 'The ferry is late.', 'published');
    await api.payload.delete({ collection: 'readers', id: await idOf(reader) });
    expect(await stored(shown)).toMatchObject({ reader_id: null, author_name: 'Former reader' });
    expect((await published(shown))?.data?.author).toBe('Former reader');
  });
});

describe('what is kept, for as long as the settings say', () => {
  const set = (accounts: Record<string, unknown>) =>
    api.payload.updateGlobal({ slug: 'newsroom-settings', data: { accounts } as never });
  const nothing = { terms: '', agreeDays: 0, idleDays: 0, unconfirmedDays: 0, refusedDays: 0, mailDays: 0 };
  beforeEach(() => set(nothing).then(() => undefined));
  const age = (column: string, id: string, days: number) =>
    query(api.database, `update readers set ${column} = now() - make_interval(days => $2) where id = $1`, [id, days]);

  test('an address that nobody confirmed', async () => {
    const email = `${randomUUID()}@example.org`;
    await api.visitor().json('/api/reader/register', { email, name: 'Some', password: 'rain on a tin roof' });
    const [{ id } = { id: '' }] = await query<{ id: string }>(api.database, 'select id from readers where email = $1', [
      email,
    ]);
    await set({ ...nothing, unconfirmedDays: 7 });
    await age('created_at', id, 6);
    await enforce();
    expect(await isKnown(id)).toBe(true);
    await age('created_at', id, 8);
    await enforce();
    expect(await isKnown(id)).toBe(false);
    expect(await rowsWith(email)).toEqual([]);
  });

  test('an account that nobody uses, after a mail and 30 days, unless its reader logs in', async () => {
    const [idle, active] = [await api.reader(), await api.reader()];
    const [id, other] = [await idOf(idle), await idOf(active)];
    await set({ ...nothing, idleDays: 365 });
    await age('last_seen_at', id, 366);
    await age('last_seen_at', other, 364);
    await enforce();
    await enforce();
    const told = (await api.mailsTo(idle.email)).filter(({ subject }) => subject.includes('will be deleted'));
    expect(told).toHaveLength(1);
    expect(told[0]?.text).toContain('Nobody has used it for 365 days.');
    expect(
      await query(api.database, 'select 1 from readers where id = $1 and delete_at is null', [other]),
    ).toHaveLength(1);
    const [row] = await query<{ days: number }>(
      api.database,
      'select round(extract(epoch from delete_at - now()) / 86400)::int as days from readers where id = $1',
      [id],
    );
    expect(row?.days).toBe(30);
    await makeDue(id);
    await enforce();
    expect([await isKnown(id), await isKnown(other)]).toEqual([false, true]);
  });

  test('agreement to the terms: asked for at the start, and again when they change', async () => {
    await set({ ...nothing, terms: 'We keep your address.\n\nNobody else gets it.' });
    const email = `${randomUUID()}@example.org`;
    const browser = api.visitor();
    await browser.json('/api/reader/register', { email, name: 'Some', password: 'rain on a tin roof' });
    const token = await api.tokenFor(email);
    const page = await (await browser.call(`/api/reader/verify?token=${token}`)).text();
    expect(page).toContain('<p>We keep your address.</p><p>Nobody else gets it.</p>');
    await browser.json('/api/reader/verify', { token });
    const account = async () => (await browser.call('/api/reader/account')).text();
    expect(await account()).not.toContain('Our terms have changed');

    await set({ ...nothing, terms: 'We keep <b>more</b>.', agreeDays: 30 });
    const asked = await account();
    expect(asked).toContain('Our terms have changed');
    expect(asked).toContain('We keep &lt;b&gt;more&lt;/b&gt;.');
    const version = /name="version" value="(\d+)"/.exec(asked)?.[1] ?? '';
    await enforce();
    const id = ((await (await browser.call('/api/reader/me')).json()) as { id: string }).id;
    await age('created_at', id, 40);
    const late = { terms: 'We keep <b>more</b>.', agreeDays: 30, termsVersion: 0, termsChangedAt: null };
    await set({ ...nothing, ...late });
    await query(api.database, `update newsroom_settings set accounts_terms_changed_at = now() - interval '31 days'`);
    await enforce();
    expect((await api.mailsTo(email)).at(-1)?.text).toContain('you have not agreed to them');
    expect((await browser.form('/api/reader/account/agree', { version: String(Number(version) - 1) })).status).toBe(
      422,
    );
    const agreed = await browser.form('/api/reader/account/agree', { version });
    expect(agreed.headers.get('location')).toContain('done=terms');
    expect(await account()).not.toContain('Our terms have changed');
    expect(await query(api.database, 'select 1 from readers where id = $1 and delete_at is null', [id])).toHaveLength(
      1,
    );
  });

  test('text that was refused or taken down', async () => {
    const reader = await api.reader();
    const refused = await comment(reader, 'Refused words.', 'refused');
    const taken = await comment(reader, 'Words taken down.', 'removed');
    const shown = await comment(reader, 'Words that stay.', 'published');
    await set({ ...nothing, refusedDays: 30 });
    await enforce();
    expect(await stored(refused)).toBeDefined();
    await query(api.database, `update comments set decided_at = now() - interval '31 days'`);
    await enforce();
    expect(await stored(refused)).toBeUndefined();
    expect(await stored(taken)).toMatchObject({ body: '', status: 'removed' });
    expect(await stored(shown)).toMatchObject({ body: 'Words that stay.' });
  });

  test('text that was refused after everybody had read it: its place stays, with what answers it', async () => {
    const [reader, other] = [await api.reader(), await api.reader()];
    const root = await comment(reader, 'Words that were held again.', 'published');
    const said = { article: article.id, body: 'An answer that stays.', key: randomUUID(), parent: root };
    const reply = ownComment.parse(await (await other.json('/api/reader/comments', said)).json()).id;
    await api.payload.update({ collection: 'comments', id: reply, data: { status: 'published' } });
    await query(api.database, 'insert into comment_versions (comment_id, body) values ($1, $2)', [
      root,
      'Words before they were held again.',
    ]);
    for (const status of ['held', 'refused']) {
      await api.payload.update({ collection: 'comments', id: root, data: { status } as never });
    }
    await query(api.database, `update comments set decided_at = now() - interval '31 days' where id = $1`, [root]);
    await set({ ...nothing, refusedDays: 30 });
    await enforce();
    expect(await stored(reply)).toMatchObject({ body: 'An answer that stays.', status: 'published' });
    expect(await stored(root)).toMatchObject({ body: '', status: 'refused' });
    expect((await published(root))?.data).toMatchObject({ removed: true, html: '' });
    expect(await rowsWith('before they were held again')).toEqual([]);
  });

  test('the log of mails, but never what is still to be sent', async () => {
    const reader = await api.reader();
    await query(
      api.database,
      `update mail_queue set created_at = now() - interval '31 days', next_try_at = null where "to" = $1`,
      [reader.email],
    );
    await api.visitor().json('/api/reader/forgot', { email: reader.email });
    await query(api.database, `update mail_queue set created_at = now() - interval '31 days' where "to" = $1`, [
      reader.email,
    ]);
    await set({ ...nothing, mailDays: 30 });
    await enforce();
    expect((await api.mailsTo(reader.email)).map(({ subject }) => subject)).toEqual([
      expect.stringMatching(/^Choose a new password/),
    ]);
  });
});
