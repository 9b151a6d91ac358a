import { randomUUID } from 'node:crypto';
import { beforeEach, describe, expect, test } from 'vitest';
import { ownComment } from '../../shared/src/comment.ts';
import { connect, query, waitingFor } from '../support/database.ts';
import { startReaderApi } from './reader-client.ts';
import {
  comment,
  enforce,
  idOf,
  isKnown,
  makeDue,
  publishedComment,
  storedComment,
  tablesWith,
} from './reader-data.ts';

const api = await startReaderApi();
const article = await api.publish();
beforeEach(() => api.forgetLimits());

describe('what is kept, for as long as the settings say', () => {
  const set = (accounts: Record<string, unknown>) =>
    api.payload.updateGlobal({ slug: 'newsroom-settings', data: { accounts } as never });
  const nothing = { terms: '', agreeDays: 0, idleDays: 0, unconfirmedDays: 0, refusedDays: 0, mailDays: 0 };
  beforeEach(() => set(nothing).then(() => undefined));
  const age = (column: string, id: string, days: number) =>
    query(api.database, `update readers set ${column} = now() - make_interval(days => $2) where id = $1`, [id, days]);

  const register = async (email: string) => {
    await api.visitor().json('/api/reader/register', { email, name: 'Some', password: 'rain on a tin roof' });
    const [{ id } = { id: '' }] = await query<{ id: string }>(api.database, 'select id from readers where email = $1', [
      email,
    ]);
    return id;
  };
  const expireLinks = (id: string) =>
    query(api.database, 'update reader_tokens set expires_at = now() where reader_id = $1', [id]);

  test('an address that nobody confirmed', async () => {
    const email = `${randomUUID()}@example.org`;
    const id = await register(email);
    await expireLinks(id);
    await set({ ...nothing, unconfirmedDays: 7 });
    await age('created_at', id, 6);
    await enforce(api);
    expect(await isKnown(api, id)).toBe(true);
    await age('created_at', id, 8);
    await enforce(api);
    expect(await isKnown(api, id)).toBe(false);
    expect(await tablesWith(api, email)).toEqual([]);
  });

  test.each([
    ['that nobody confirmed', 'unverified', { unconfirmedDays: 7 }],
    ['that came with an import', 'unclaimed', { idleDays: 365 }],
  ])('an address %s stays for as long as a link to confirm it is good', async (_, status, spans) => {
    const email = `${randomUUID()}@example.org`;
    const id = await register(email);
    await query(api.database, 'update readers set status = $2 where id = $1', [id, status]);
    await age('created_at', id, 366);
    await expireLinks(id);
    expect(await register(email)).toBe(id);
    await set({ ...nothing, ...spans });
    await enforce(api);
    const confirmed = await api.visitor().json('/api/reader/verify', { token: await api.tokenFor(email) });
    expect(confirmed.status).toBe(200);
    expect(await isKnown(api, id)).toBe(true);
  });

  test('an address for which a link is made at that very moment stays', async () => {
    const id = await register(`${randomUUID()}@example.org`);
    await age('created_at', id, 8);
    await expireLinks(id);
    await set({ ...nothing, unconfirmedDays: 7 });
    const other = await connect(api.database);
    await other.query('begin');
    await other.query(
      `insert into reader_tokens (hash, reader_id, purpose, expires_at) values ($1, $2, 'verify', now() + interval '1 day')`,
      [randomUUID(), id],
    );
    const enforcing = enforce(api);
    await expect.poll(() => waitingFor(api.database, 'from readers')).toBe(1);
    await other.query('commit');
    await enforcing;
    expect(await isKnown(api, id)).toBe(true);
  });

  test('whoever came with an import and never claimed their comments, which stay without a name', async () => {
    const email = `${randomUUID()}@example.org`;
    const { id: under } = await api.publish();
    const [{ id } = { id: '' }] = await query<{ id: string }>(
      api.database,
      `insert into readers (id, email, name, status) values (gen_random_uuid(), $1, 'Juma Wekesa', 'unclaimed') returning id`,
      [email],
    );
    await query(
      api.database,
      `insert into comments (id, body, author_name, article_id, reader_id, status, published_at)
       values (gen_random_uuid(), 'It rained.', 'Juma Wekesa', $1, $2, 'published', now())`,
      [under, id],
    );
    await set({ ...nothing, idleDays: 365 });
    await age('created_at', id, 364);
    await enforce(api);
    expect(await isKnown(api, id)).toBe(true);
    await age('created_at', id, 366);
    await enforce(api);
    expect(await isKnown(api, id)).toBe(false);
    expect(await tablesWith(api, email)).toEqual([]);
    expect(await tablesWith(api, 'Juma Wekesa')).toEqual([]);
    expect(await query(api.database, 'select body, author_name from comments where article_id = $1', [under])).toEqual([
      { body: 'It rained.', author_name: 'Former reader' },
    ]);
    expect(await api.mailsTo(email)).toEqual([]);
  });

  test('an account that nobody uses, after a mail and 30 days, unless its reader logs in', async () => {
    const [idle, active] = [await api.reader(), await api.reader()];
    const [id, other] = [await idOf(idle), await idOf(active)];
    await set({ ...nothing, idleDays: 365 });
    await age('last_seen_at', id, 366);
    await age('last_seen_at', other, 364);
    await enforce(api);
    await enforce(api);
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
    await makeDue(api, id);
    await enforce(api);
    expect([await isKnown(api, id), await isKnown(api, other)]).toEqual([false, true]);
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
    await enforce(api);
    const id = ((await (await browser.call('/api/reader/me')).json()) as { id: string }).id;
    await age('created_at', id, 40);
    const late = { terms: 'We keep <b>more</b>.', agreeDays: 30, termsVersion: 0, termsChangedAt: null };
    await set({ ...nothing, ...late });
    await query(api.database, `update newsroom_settings set accounts_terms_changed_at = now() - interval '31 days'`);
    await enforce(api);
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
    const refused = await comment(api, reader, article.id, 'Refused words.', 'refused');
    const taken = await comment(api, reader, article.id, 'Words taken down.', 'removed');
    const shown = await comment(api, reader, article.id, 'Words that stay.', 'published');
    await set({ ...nothing, refusedDays: 30 });
    await enforce(api);
    expect(await storedComment(api, refused)).toBeDefined();
    await query(api.database, `update comments set decided_at = now() - interval '31 days'`);
    await enforce(api);
    expect(await storedComment(api, refused)).toBeUndefined();
    expect(await storedComment(api, taken)).toMatchObject({ body: '', status: 'removed' });
    expect(await storedComment(api, shown)).toMatchObject({ body: 'Words that stay.' });
  });

  test('text that was refused after everybody had read it: its place stays, with what answers it', async () => {
    const [reader, other] = [await api.reader(), await api.reader()];
    const root = await comment(api, reader, article.id, 'Words that were held again.', 'published');
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
    await enforce(api);
    expect(await storedComment(api, reply)).toMatchObject({ body: 'An answer that stays.', status: 'published' });
    expect(await storedComment(api, root)).toMatchObject({ body: '', status: 'refused' });
    expect((await publishedComment(api, root))?.data).toMatchObject({ removed: true, html: '' });
    expect(await tablesWith(api, 'before they were held again')).toEqual([]);
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
    await enforce(api);
    expect((await api.mailsTo(reader.email)).map(({ subject }) => subject)).toEqual([
      expect.stringMatching(/^Choose a new password/),
    ]);
  });
});
