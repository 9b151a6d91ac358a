import { randomUUID } from 'node:crypto';
import { beforeEach, describe, expect, test } from 'vitest';
import { readerExport } from '../../shared/src/reader-export.ts';
import { inTransaction } from '../../cms/src/in-transaction.ts';
import { writeLog } from '../../cms/src/moderation/write-log.ts';
import { sendDueMail } from '../../cms/src/worker/send-due-mail.ts';
import { connect, query } from '../support/database.ts';
import { startReaderApi, type Reader } from './reader-client.ts';
import {
  answer,
  comment,
  enforce,
  idOf,
  isKnown,
  makeMailDue,
  makeDue,
  publishedComment,
  storedComment,
  tablesWith,
} from './reader-data.ts';

const api = await startReaderApi();
const article = await api.publish();
const worker = await connect(api.database);
beforeEach(() => api.forgetLimits());

const askForDeletion = (reader: Reader, comments = 'keep') =>
  reader.form('/api/reader/account/delete', { password: reader.password, comments });

describe('the export', () => {
  test('has all that is kept of its reader, and nothing of anybody else', async () => {
    const reader = await api.reader();
    await comment(api, reader, article.id, 'Nobody has read this yet.');
    await comment(api, reader, article.id, 'The bridge is still closed.', 'published');
    const other = await api.reader('Somebody Else');
    await comment(api, other, article.id, 'This is mine.', 'published');
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
    const theirs = await comment(api, other, article.id, 'Buy my boats.', 'published');
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
    const pick = await comment(api, reader, article.id, 'The bridge is open again.', 'published');
    await api.payload.update({ collection: 'comments', id: pick, data: { pick: true } });
    const refused = await comment(api, reader, article.id, 'Sell your house.');
    const refusal = { status: 'refused', refusalReason: 'It is advertising.' };
    await api.payload.update({ collection: 'comments', id: refused, data: refusal as never });
    const badges = { staff: true, person: person.id } as never;
    await api.payload.update({ collection: 'readers', id, data: badges });
    await query(
      api.database,
      `update readers set suspended_until = '2026-02-04T12:00:00Z', delete_at = '2036-02-04T12:00:00Z' where id = $1`,
      [id],
    );
    const mark = { reader: id, act: 'warn' as const, reason: 'Say it politely.' };
    await inTransaction(api.payload, (req) => writeLog(req, mark));
    await inTransaction(api.payload, (req) => writeLog(req, { ...mark, act: 'note', reason: 'For the desk alone.' }));
    const exported = readerExport.parse(await (await reader.call('/api/reader/account/export')).json());
    expect(exported.desk).toMatchObject([{ act: 'warn', reason: 'Say it politely.', until: null }]);
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
    const held = await comment(api, reader, article.id, 'Nobody has read this yet.');
    const id = await comment(api, reader, article.id, 'The bridge is still closed.', 'published');
    await reader.json('/api/reader/account/name', { name: 'Wanjiku O.' });
    expect((await publishedComment(api, id))?.data?.author).toBe('Wanjiku O.');
    expect((await storedComment(api, held))?.author_name).toBe('Wanjiku O.');
    expect(await publishedComment(api, held), 'and what waits stays where it is').toBeUndefined();
  });

  test('by the desk does too, and the log says that it did, without a name', async () => {
    const reader = await api.reader();
    const id = await comment(api, reader, article.id, 'The bridge is closed again.', 'published');
    const user = { id: randomUUID(), collection: 'users', name: 'Desk', role: 'moderator' } as never;
    await api.payload.update({ collection: 'readers', id: await idOf(reader), data: { name: 'N. N.' }, user });
    expect((await publishedComment(api, id))?.data?.author).toBe('N. N.');
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
    await enforce(api);
    expect(await isKnown(api, id)).toBe(true);
    await makeDue(api, id);
    await reader.json('/api/reader/login', { email: reader.email, password: reader.password });
    await enforce(api);
    expect(await isKnown(api, id)).toBe(true);
    const [row] = await query(api.database, 'select delete_at, empty_comments from readers where id = $1', [id]);
    expect(row).toEqual({ delete_at: null, empty_comments: false });
  });

  test('leaves nothing behind that says who it was', async () => {
    const reader = await api.reader('Nyaboke Ondieki');
    const id = await idOf(reader);
    const held = await comment(api, reader, article.id, 'A secret of mine that waits.');
    const shown = await comment(api, reader, article.id, 'The bridge is still closed.', 'published');
    const taken = await comment(api, reader, article.id, 'A secret of mine that was taken down.', 'removed');
    const other = await api.reader();
    const answered = await comment(api, other, article.id, 'Is it open again?', 'published');
    const delivered = await answer(api, reader, article.id, answered, 'It is not, says the ferryman.');
    expect((await api.mailsTo(other.email)).at(-1)?.text).toContain('Nyaboke Ondieki replied to you');
    await makeMailDue(api);
    await sendDueMail(worker, async () => {});
    const reply = await answer(api, reader, article.id, answered, 'It is not.');
    expect((await api.mailsTo(other.email)).at(-1)?.text).toContain('Nyaboke Ondieki replied to you');
    const email = `${randomUUID()}@example.org`;
    await reader.json('/api/reader/account/email', { email, password: reader.password });
    await reader.json('/api/reader/account/email/confirm', { token: await api.tokenFor(email) });
    await reader.json('/api/reader/account/delete', { password: reader.password });
    await makeDue(api, id);
    await enforce(api);

    expect(await isKnown(api, id)).toBe(false);
    expect(await storedComment(api, shown)).toEqual({
      reader_id: null,
      key: null,
      author_name: 'Former reader',
      body: 'The bridge is still closed.',
      status: 'published',
    });
    expect(await publishedComment(api, shown)).toMatchObject({
      op: 'put',
      data: { author: 'Former reader', removed: false },
    });
    expect(await storedComment(api, held)).toBeUndefined();
    expect(await storedComment(api, taken)).toMatchObject({ reader_id: null, body: '', status: 'removed' });
    for (const trace of [reader.email, email, 'Nyaboke', id, 'A secret of mine']) {
      expect(await tablesWith(api, trace), trace).toEqual([]);
    }
    const told = await query(
      api.database,
      'select waits from notifications where comment_id = any($1) order by created_at',
      [[delivered, reply]],
    );
    expect(told, 'what was not sent is told of anew, in the name of nobody').toEqual([
      { waits: false },
      { waits: true },
    ]);
    expect(await tablesWith(api, 'The bridge is still closed'), 'the search itself finds').toContain('comments');
  });

  test('takes its published text with it where its reader wishes', async () => {
    const reader = await api.reader();
    const id = await idOf(reader);
    const shown = await comment(api, reader, article.id, 'The ferry is on time.', 'published');
    await askForDeletion(reader, 'remove');
    await makeDue(api, id);
    await enforce(api);
    expect(await storedComment(api, shown)).toMatchObject({
      body: '',
      status: 'removed',
      author_name: 'Former reader',
    });
    expect((await publishedComment(api, shown))?.data).toMatchObject({ removed: true, html: '', author: '' });
  });

  test('leaves nothing in the queue that nobody can decide: what was public and waits again is removed', async () => {
    const reader = await api.reader();
    const id = await idOf(reader);
    const reported = await comment(api, reader, article.id, 'The ferry is mine.', 'published');
    await api.payload.update({ collection: 'comments', id: reported, data: { status: 'held' } });
    await askForDeletion(reader, 'keep');
    await makeDue(api, id);
    await enforce(api);
    expect(await storedComment(api, reported)).toMatchObject({ body: '', status: 'removed' });
    expect((await publishedComment(api, reported))?.data).toMatchObject({ removed: true, html: '' });
  });

  test('is as anonymous where the desk deletes it', async () => {
    const reader = await api.reader();
    const shown = await comment(api, reader, article.id, 'The ferry is late.', 'published');
    await api.payload.delete({ collection: 'readers', id: await idOf(reader) });
    expect(await storedComment(api, shown)).toMatchObject({ reader_id: null, author_name: 'Former reader' });
    expect((await publishedComment(api, shown))?.data?.author).toBe('Former reader');
  });
});
