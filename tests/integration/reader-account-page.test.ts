import { beforeEach, describe, expect, test } from 'vitest';
import { connect, query, waitingFor } from '../support/database.ts';
import { elsewhere } from './reader-account.ts';
import { publicURL, startReaderApi } from './reader-client.ts';
import { answer, comment, deletionMails, deletionOf, enforce, idOf } from './reader-data.ts';

const api = await startReaderApi();
const article = await api.publish();
beforeEach(() => api.forgetLimits());

test('one’s own comments stand in the order in which they were written, on as many pages as it takes', async () => {
  const reader = await api.reader();
  const id = await comment(api, reader, article.id, 'The last that was written.', 'published');
  await query(
    api.database,
    `insert into comments (id, reader_id, article_id, author_name, body, status, key, created_at, updated_at)
     select gen_random_uuid(), reader_id, article_id, author_name, 'Number ' || n, 'refused', gen_random_uuid()::text,
       created_at - n * interval '1 minute', now()
     from comments cross join generate_series(1, 60) n where id = $1`,
    [id],
  );
  const pages: string[][] = [];
  let next: string | undefined = '/api/reader/account';
  while (next) {
    const html = await (await reader.call(next)).text();
    pages.push([...html.matchAll(/<p>(Number \d+|The last that was written\.)<\/p>/g)].map(([, body = '']) => body));
    next = /href="([^"]+)" rel="next"/.exec(html)?.[1]?.replace(/#.*/, '');
  }
  expect(pages.map(({ length }) => length)).toEqual([50, 11]);
  const all = Array.from({ length: 60 }, (_, at) => `Number ${at + 1}`);
  expect(pages.flat()).toEqual(['The last that was written.', ...all]);
  expect((await reader.call('/api/reader/account?before=x')).status).toBe(422);
});

test('of two accounts that confirm one address at once, one has it', async () => {
  const [one, two] = [await api.reader(), await api.reader()];
  const email = `shared-${one.email}`;
  const tokens: string[] = [];
  for (const { json, password } of [one, two]) {
    await json('/api/reader/account/email', { email, password });
    tokens.push(await api.tokenFor(email));
  }
  const holding = await connect(api.database);
  await holding.query('begin');
  await holding.query('select pg_advisory_xact_lock(hashtextextended($1, 0))', [email]);
  const confirming = tokens.map((token) => api.visitor().json('/api/reader/account/email/confirm', { token }));
  await expect.poll(() => waitingFor(api.database, 'advisory')).toBe(2);
  await holding.query('commit');
  const answers = await Promise.all(confirming);
  expect(answers.map(({ status }) => status).toSorted((a, b) => a - b)).toEqual([204, 410]);
});

describe('an account that is to be deleted', () => {
  const set = (accounts: Record<string, unknown>) =>
    api.payload.updateGlobal({ slug: 'newsroom-settings', data: { accounts } as never });

  test('since nobody used it stays as soon as it is used, in a session that goes on', async () => {
    await set({ idleDays: 10, agreeDays: 0, terms: '' });
    const reader = await api.reader();
    const id = await idOf(reader);
    await query(api.database, `update readers set last_seen_at = now() - interval '11 days' where id = $1`, [id]);
    await query(api.database, `update reader_sessions set seen_at = now() - interval '11 days' where user_id = $1`, [
      id,
    ]);
    await enforce(api);
    expect(await deletionOf(api, id)).toEqual({ reason: 'idle', soon: true });
    await reader.call('/api/reader/me');
    expect(await deletionOf(api, id)).toEqual({ reason: null, soon: false });
    await enforce(api);
    expect(await deletionMails(api, reader)).toHaveLength(1);
  });

  test('for terms stays so until they are agreed to, says so, and is told once, however often one logs in', async () => {
    const reader = await api.reader();
    const id = await idOf(reader);
    await set({ idleDays: 0, agreeDays: 30, terms: 'We keep more.' });
    await query(api.database, `update newsroom_settings set accounts_terms_changed_at = now() - interval '31 days'`);
    await query(api.database, `update readers set created_at = now() - interval '40 days' where id = $1`, [id]);
    await enforce(api);
    const browser = await elsewhere(api, reader);
    await enforce(api);
    expect(await deletionMails(api, reader)).toHaveLength(1);
    expect((await api.mailsTo(reader.email)).at(-1)?.text).toContain('log in and agree to them before');
    expect(await deletionOf(api, id)).toEqual({ reason: 'terms', soon: true });
    const page = await (await browser.call('/api/reader/account')).text();
    expect(page).toContain('unless you agree to our terms before');
    const version = /name="version" value="(\d+)"/.exec(page)?.[1] ?? '';
    await browser.form('/api/reader/account/agree', { version });
    expect(await deletionOf(api, id)).toEqual({ reason: null, soon: false });
    expect(await (await browser.call('/api/reader/account')).text()).not.toContain('Your account is deleted');
  });

  test('by their own wish is told nothing more of comments, and stays with a mail that says so', async () => {
    await set({ idleDays: 0, agreeDays: 0, terms: '' });
    const [reader, writer] = [await api.reader(), await api.reader('Barasa Wekesa')];
    const id = await idOf(reader);
    const answered = await comment(api, reader, article.id, 'Is it open?', 'published');
    await reader.json('/api/reader/account/delete', { password: reader.password });
    expect(await deletionOf(api, id)).toEqual({ reason: 'wish', soon: true });
    await answer(api, writer, article.id, answered, 'It is.');
    expect((await api.mailsTo(reader.email)).at(-1)?.subject).toMatch(/will be deleted$/);
    await elsewhere(api, reader);
    expect(await deletionOf(api, id)).toEqual({ reason: null, soon: false });
    const kept = (await api.mailsTo(reader.email)).at(-1);
    expect(kept?.subject).toMatch(/will not be deleted$/);
    expect(kept?.text).toContain(`${publicURL}/api/reader/account/delete`);
    await elsewhere(api, reader);
    expect((await deletionMails(api, reader)).length).toBe(2);
  });
});
