import { randomUUID } from 'node:crypto';
import { beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { ownComment, publishedComment, threadPage, type OwnComment } from '../../shared/src/comment.ts';
import { readerExport } from '../../shared/src/reader-export.ts';
import { connect, query, waitingFor } from '../support/database.ts';
import { publicURL, startReaderApi } from './reader-client.ts';

let api: Awaited<ReturnType<typeof startReaderApi>>;
let article: { id: string; slug: string };
beforeAll(async () => {
  api = await startReaderApi();
  article = await api.publish();
});
beforeEach(() => api.forgetLimits());

type Reader = Awaited<ReturnType<typeof api.reader>>;

const words = () => `The ferry is late again, ${randomUUID()}.`;
async function post(reader: Reader, more: Record<string, unknown> = {}): Promise<OwnComment> {
  const sent = { article: article.id, body: words(), key: randomUUID(), ...more };
  return ownComment.parse(await (await reader.json('/api/reader/comments', sent)).json());
}
/** A reader with a published comment, so that the next ones are published at once. */
async function knownReader(name?: string): Promise<Reader & { comment: OwnComment }> {
  const reader = await api.reader(name);
  const first = await post(reader);
  await api.payload.update({ collection: 'comments', id: first.id, data: { status: 'published' } });
  return { ...reader, comment: await post(reader) };
}
const edit = (reader: Pick<Reader, 'json'>, comment: string, body: string) =>
  reader.json('/api/reader/comments/edit', { comment, body });
const withdraw = (reader: Pick<Reader, 'json'>, comment: string) =>
  reader.json('/api/reader/comments/delete', { comment });
const age = (comment: string, minutes: number) =>
  query(api.database, `update comments set created_at = now() - make_interval(mins => $2) where id = $1`, [
    comment,
    minutes,
  ]);
const outboxOf = (comment: string) =>
  query<{ data: { html: string; edited: string | null; removed: boolean } }>(
    api.database,
    'select data from outbox where document = $1 order by seq',
    [comment],
  );
const versionsOf = (comment: string) =>
  query<{ body: string }>(api.database, 'select body from comment_versions where comment_id = $1 order by id', [
    comment,
  ]);
const settings = (moderation: Record<string, unknown>) =>
  api.payload.updateGlobal({ slug: 'newsroom-settings', data: { moderation } as never });

describe('a reader changes a comment', () => {
  test('within the minutes: everybody reads the new text, and that it was changed', async () => {
    const { comment, ...reader } = await knownReader();
    expect(Date.parse(comment.editableUntil ?? '') - Date.now()).toBeGreaterThan(9 * 60_000);
    const answer = await edit(reader, comment.id, 'The ferry *came*, and was early.');
    expect(answer.status).toBe(200);
    const edited = ownComment.parse(await answer.json());
    expect(edited).toMatchObject({ state: 'published', html: '<p>The ferry <em>came</em>, and was early.</p>' });
    expect(edited.edited).not.toBeNull();
    expect((await outboxOf(comment.id)).at(-1)?.data).toMatchObject({ html: edited.html, edited: edited.edited });
    expect(await versionsOf(comment.id)).toEqual([{ body: comment.body }]);
    const log = await query(api.database, 'select act, staff from moderation_log where comment = $1', [comment.id]);
    expect(log).toContainEqual({ act: 'edit', staff: null });
  });

  test('twice with the same text as once', async () => {
    const { comment, ...reader } = await knownReader();
    const body = words();
    const first = await (await edit(reader, comment.id, body)).json();
    expect(await (await edit(reader, comment.id, body)).json()).toEqual(first);
    expect(await versionsOf(comment.id)).toHaveLength(1);
    const both = await Promise.all([edit(reader, comment.id, 'At once'), edit(reader, comment.id, 'At once')]);
    expect(both.map(({ status }) => status)).toEqual([200, 200]);
    expect(await versionsOf(comment.id)).toHaveLength(2);
  });

  test('and it is judged anew: many links wait, what waited goes on waiting', async () => {
    const { comment, ...reader } = await knownReader();
    const links = 'https://a.example https://b.example https://c.example';
    expect(await (await edit(reader, comment.id, links)).json()).toMatchObject({ state: 'held' });
    expect((await outboxOf(comment.id)).at(-1)?.data).toMatchObject({ removed: true, html: '' });
    expect(await (await edit(reader, comment.id, words())).json()).toMatchObject({ state: 'held' });
    expect((await edit(reader, comment.id, 'x')).status).toBe(422);
  });

  test('and is not counted against itself', async () => {
    const { id } = await api.publish();
    const { comment: _, ...reader } = await knownReader();
    const comment = await post(reader, { article: id });
    await settings({ threadPerTenMinutes: 1, readerPerHour: 3 });
    expect(await (await edit(reader, comment.id, words())).json()).toMatchObject({ state: 'published' });
    await settings({ readerPerHour: 2 });
    expect(await (await edit(reader, comment.id, words())).json()).toMatchObject({ state: 'held' });
    await settings({ threadPerTenMinutes: 0, readerPerHour: 30 });
  });

  test('and it earns no trust for what it becomes', async () => {
    const reader = await api.reader();
    const only = await post(reader);
    await api.payload.update({ collection: 'comments', id: only.id, data: { status: 'published' } });
    expect(await (await edit(reader, only.id, words())).json()).toMatchObject({ state: 'held' });
    const { comment: second, ...known } = await knownReader();
    expect(await (await edit(known, second.id, words())).json()).toMatchObject({ state: 'published' });
  });

  test('not when the minutes are over, nor where the newsroom has none', async () => {
    const { comment, ...reader } = await knownReader();
    await age(comment.id, 11);
    const late = await edit(reader, comment.id, words());
    expect(late.status).toBe(409);
    expect(await late.json()).toMatchObject({ code: 'edit-closed' });
    await age(comment.id, 0);
    await settings({ editMinutes: 0 });
    expect((await edit(reader, comment.id, words())).status).toBe(409);
    await settings({ editMinutes: 10 });
    expect((await edit(reader, comment.id, words())).status).toBe(200);
  });

  test('not where they are suspended before it is stored', async () => {
    const { comment, ...reader } = await knownReader();
    const desk = await connect(api.database);
    await desk.query('begin');
    await desk.query('select 1 from comments where id = $1 for update', [comment.id]);
    const answer = edit(reader, comment.id, words());
    await expect.poll(() => waitingFor(api.database, 'for no key update')).toBe(1);
    await desk.query(`update readers set status = 'suspended' where email = $1`, [reader.email]);
    await desk.query('commit');
    const refused = await answer;
    expect([refused.status, await refused.json()]).toMatchObject([403, { code: 'suspended' }]);
    expect(await versionsOf(comment.id)).toEqual([]);
  });

  test('and nobody but they', async () => {
    const { comment, ...reader } = await knownReader();
    const other = await api.reader();
    expect((await edit(other, comment.id, words())).status).toBe(404);
    expect((await edit(other, randomUUID(), words())).status).toBe(404);
    expect((await edit(api.visitor(), comment.id, words())).status).toBe(401);
    const foreign = { comment: comment.id, body: words() };
    expect((await reader.json('/api/reader/comments/edit', foreign, { origin: 'https://evil.example' })).status).toBe(
      403,
    );
    expect(await versionsOf(comment.id)).toEqual([]);
  });

  test('not so often', async () => {
    const { comment, ...reader } = await knownReader();
    const statuses: number[] = [];
    for (let count = 0; count < 41; count += 1) statuses.push((await edit(reader, comment.id, comment.body)).status);
    expect(statuses.at(0)).toBe(200);
    expect(statuses.at(-1)).toBe(429);
  });
});

describe('a reader deletes a comment', () => {
  test('its place stays under what answers it, and its words are nowhere', async () => {
    const { comment, ...reader } = await knownReader('Achieng Ouma');
    const other = await knownReader('Baraka Mwangi');
    const secret = `word-${randomUUID()}`;
    const answer = await post(reader, { parent: other.comment.id, body: `Said once: ${secret}.` });
    expect(answer.state).toBe('published');
    await edit(reader, answer.id, `Said twice: ${secret}!`);
    const reply = await post(other, { parent: answer.id, article: article.id });
    expect((await api.mailsTo(other.email)).some(({ text }) => text.includes(secret))).toBe(true);

    const gone = await withdraw(reader, answer.id);
    expect(gone.status).toBe(200);
    expect(publishedComment.parse(await gone.json())).toMatchObject({ removed: true, html: '', author: '' });
    expect((await withdraw(reader, answer.id)).status, 'once more it stays so').toBe(200);

    const thread = threadPage.parse(await (await reader.call(`/api/reader/comments?article=${article.id}`)).json());
    expect(thread.comments.find(({ id }) => id === answer.id)).toMatchObject({ removed: true });
    expect(thread.comments.find(({ id }) => id === reply.id)).toMatchObject({ removed: false });
    expect(thread.mine.map(({ id }) => id)).toContain(comment.id);
    expect(thread.mine.map(({ id }) => id)).not.toContain(answer.id);
    const tables = await query<{ name: string }>(
      api.database,
      `select table_name as name from information_schema.tables where table_schema = 'public' and table_type = 'BASE TABLE'`,
    );
    for (const { name } of tables) {
      const found = await query(api.database, `select 1 from "${name}" held where held::text like $1 limit 1`, [
        `%${secret}%`,
      ]);
      expect(found, `${name} has none of it`).toEqual([]);
    }
    expect((await outboxOf(answer.id)).at(-1)?.data).toMatchObject({ removed: true, html: '' });
  });

  test('that the desk has taken down, and the mail that tells of it goes with it', async () => {
    const { comment, ...reader } = await knownReader();
    const secret = `word-${randomUUID()}`;
    const taken = await post(reader, { body: `Said once: ${secret}.` });
    await api.payload.update({ collection: 'comments', id: taken.id, data: { status: 'removed' } });
    await api.payload.update({ collection: 'comments', id: comment.id, data: { status: 'removed' } });
    const quoted = async () => (await api.mailsTo(reader.email)).filter(({ text }) => text.includes(secret));
    expect(await quoted()).toHaveLength(1);
    expect((await quoted())[0]?.text).toContain(`/api/reader/account#comment-${taken.id}`);
    expect(await (await reader.call('/api/reader/account')).text()).toContain(`id="comment-${taken.id}"`);
    const before = (await api.mailsTo(reader.email)).length;
    expect((await withdraw(reader, taken.id)).status).toBe(200);
    expect(await quoted()).toEqual([]);
    expect(await api.mailsTo(reader.email)).toHaveLength(before - 1);
  });

  test('and loses no trust by it, nor is told of it', async () => {
    const { comment, ...reader } = await knownReader();
    await withdraw(reader, comment.id);
    expect((await post(reader)).state).toBe('published');
    expect((await api.mailsTo(reader.email)).map(({ subject }) => subject).join()).not.toContain('taken down');
  });

  test('that waits, or whose minutes are over', async () => {
    const reader = await api.reader();
    const waiting = await post(reader);
    await age(waiting.id, 999);
    expect((await withdraw(reader, waiting.id)).status).toBe(200);
    expect(await outboxOf(waiting.id)).toEqual([]);
    expect((await edit(reader, waiting.id, words())).status).toBe(409);
  });

  test('and nobody but they', async () => {
    const { comment } = await knownReader();
    const other = await api.reader();
    expect((await withdraw(other, comment.id)).status).toBe(404);
    expect((await withdraw(api.visitor(), comment.id)).status).toBe(401);
    expect((await outboxOf(comment.id)).at(-1)?.data.removed).toBe(false);
  });
});

describe('without script', () => {
  test('the account page leads to both, and they come back', async () => {
    const { comment, ...reader } = await knownReader();
    const account = await (await reader.call('/api/reader/account')).text();
    expect(account).toContain(`/api/reader/comments/edit?comment=${comment.id}`);
    const page = await (await reader.call(`/api/reader/comments/edit?comment=${comment.id}`)).text();
    expect(page).toContain(comment.body);
    const wrong = await reader.form('/api/reader/comments/edit', { comment: comment.id, body: '<' });
    expect(wrong.status).toBe(422);
    expect(await wrong.text()).toMatch(/role="alert"[\s\S]*&lt;<\/textarea>/);
    const saved = await reader.form('/api/reader/comments/edit', { comment: comment.id, body: words() });
    expect(saved.status).toBe(303);
    expect(saved.headers.get('location')).toBe(`${publicURL}/api/reader/comments/at?comment=${comment.id}`);

    const ask = await (await reader.call(`/api/reader/comments/delete?comment=${comment.id}`)).text();
    expect(ask).toContain('This cannot be undone.');
    const gone = await reader.form('/api/reader/comments/delete', { comment: comment.id });
    expect(await gone.text()).toContain('It is gone.');
    expect(await (await reader.call('/api/reader/account')).text()).not.toContain(comment.id);
  });

  test('a GET changes nothing, and shows nobody else’s', async () => {
    const { comment } = await knownReader();
    const other = await api.reader();
    for (const what of ['edit', 'delete']) {
      expect((await other.call(`/api/reader/comments/${what}?comment=${comment.id}`)).status).toBe(404);
      const away = await api.visitor().call(`/api/reader/comments/${what}?comment=${comment.id}`);
      expect(away.headers.get('location')).toContain('/login?returnTo=');
    }
  });
});

test('the export has what was said before, and the end of an account takes it along', async () => {
  const { comment, ...reader } = await knownReader();
  await edit(reader, comment.id, words());
  const exported = readerExport.parse(await (await reader.call('/api/reader/account/export')).json());
  const own = exported.comments.find(({ id }) => id === comment.id);
  expect(own?.versions.map(({ text }) => text)).toEqual([comment.body]);
  expect([own?.editedAt === null, own?.withdrawnAt]).toEqual([false, null]);
  const [row] = await query<{ id: string }>(api.database, 'select id from readers where email = $1', [reader.email]);
  await api.payload.delete({ collection: 'readers', id: row?.id ?? '' });
  expect(await versionsOf(comment.id)).toEqual([]);
});
