import { randomUUID } from 'node:crypto';
import { beforeEach, describe, expect, test } from 'vitest';
import { publishRecommendations } from '../../cms/src/readers/publish-recommendations.ts';
import { ownComment, threadPage, type PublishedComment } from '../../shared/src/comment.ts';
import { readerExport } from '../../shared/src/reader-export.ts';
import { query } from '../support/database.ts';
import { publicURL, startReaderApi, type Reader } from './reader-client.ts';

const api = await startReaderApi();
const writer = await api.reader('Njeri Kamau');
beforeEach(() => api.forgetLimits());

/** A comment that is public, under an article of its own unless `article` names one. */
async function comment(by: Reader = writer, article?: string) {
  const under = article ?? (await api.publish()).id;
  const input = { article: under, body: `The ferry runs again, ${randomUUID()}.`, key: randomUUID() };
  const { id } = ownComment.parse(await (await by.json('/api/reader/comments', input)).json());
  await api.payload.update({ collection: 'comments', id, data: { status: 'published' } });
  return { id, article: under };
}

const recommend = (reader: Pick<Reader, 'json'>, id: string, recommended = true) =>
  reader.json('/api/reader/comments/recommend', { comment: id, recommended });
const numberAt = async (answer: Response) => ((await answer.json()) as { recommendations: number }).recommendations;
const outboxOf = (id: string) =>
  query<{ data: PublishedComment }>(api.database, 'select data from outbox where document = $1 order by seq', [id]);
/** What the worker does, as if a minute had passed. */
async function minuteLater() {
  await query(api.database, `update comments set recount_at = recount_at - interval '1 minute'`);
  await publishRecommendations(api.payload);
}

describe('a recommendation', () => {
  test('is one for each reader, however often it is sent, and is taken back', async () => {
    const [one, other] = [await api.reader(), await api.reader()];
    const { id, article } = await comment();
    expect(await numberAt(await recommend(one, id))).toBe(1);
    const atOnce = await Promise.all([recommend(one, id), recommend(one, id), recommend(other, id)]);
    expect(Math.max(...(await Promise.all(atOnce.map(numberAt))))).toBe(2);
    const seen = threadPage.parse(await (await one.call(`/api/reader/comments?article=${article}`)).json());
    expect(seen.recommended).toEqual([id]);
    expect(seen.comments[0]).toMatchObject({ id, recommendations: 2 });
    expect(await numberAt(await recommend(one, id, false))).toBe(1);
    expect(await numberAt(await recommend(one, id, false))).toBe(1);
  });

  test('is never for one’s own comment, for one that is not public, or by nobody', async () => {
    const { id } = await comment();
    const own = await recommend(writer, id);
    expect([own.status, (await own.json()) as object]).toMatchObject([422, { detail: 'This comment is your own.' }]);
    expect((await recommend(api.visitor(), id)).status).toBe(401);
    await api.payload.update({ collection: 'comments', id, data: { status: 'removed' } });
    expect((await recommend(await api.reader(), id)).status).toBe(404);
    expect((await recommend(await api.reader(), randomUUID())).status).toBe(404);
  });

  test('puts a wrong number right', async () => {
    const { id } = await comment();
    await query(api.database, 'update comments set recommendations = -1 where id = $1', [id]);
    expect(await numberAt(await recommend(await api.reader(), id))).toBe(1);
  });

  test('of who goes puts a wrong number right', async () => {
    const [reader, other] = [await api.reader(), await api.reader()];
    const { id } = await comment();
    await recommend(reader, id);
    await recommend(other, id);
    await query(api.database, 'update comments set recommendations = 0 where id = $1', [id]);
    await api.payload.delete({ collection: 'readers', where: { email: { equals: reader.email } } });
    await minuteLater();
    expect((await outboxOf(id)).at(-1)?.data.recommendations).toBe(1);
  });

  test('has a limit', async () => {
    const reader = await api.reader();
    const { id } = await comment();
    await recommend(reader, id);
    await query(api.database, `update rate_limits set points = 1000 where key like 'recommend-reader%'`);
    const answer = await recommend(reader, id, false);
    expect(answer.status).toBe(429);
    expect(Number(answer.headers.get('retry-after'))).toBeGreaterThan(0);
  });

  test('works with a form alone', async () => {
    const reader = await api.reader();
    const { id } = await comment();
    const page = async () => (await reader.call(`/api/reader/comments/recommend?comment=${id}`)).text();
    expect(await page()).toContain('Recommend it');
    const sent = await reader.form('/api/reader/comments/recommend', { comment: id, recommended: 'true' });
    expect([sent.status, sent.headers.get('location')]).toEqual([
      303,
      `${publicURL}/api/reader/comments/at?comment=${id}`,
    ]);
    expect(await page()).toContain('Take it back');
    const nobody = await api.visitor().call(`/api/reader/comments/recommend?comment=${id}`);
    expect(nobody.headers.get('location')).toContain('/login?returnTo=');
  });

  test('is said to the site once a minute, however many there are', async () => {
    const { id } = await comment();
    const before = (await outboxOf(id)).length;
    for (const reader of await Promise.all([1, 2, 3].map(() => api.reader()))) await recommend(reader, id);
    await publishRecommendations(api.payload);
    expect(await outboxOf(id), 'not before a minute has passed').toHaveLength(before);
    await minuteLater();
    const rows = await outboxOf(id);
    expect(rows).toHaveLength(before + 1);
    expect(rows.at(-1)?.data.recommendations).toBe(3);
    await minuteLater();
    expect(await outboxOf(id)).toHaveLength(before + 1);
  });

  test('is in the export of its reader, and goes with their account', async () => {
    const [reader, other] = [await api.reader(), await api.reader()];
    const { id } = await comment();
    await recommend(other, id);
    await recommend(reader, id);
    const exported = readerExport.parse(await (await reader.call('/api/reader/account/export')).json());
    expect(exported.recommendations).toMatchObject([{ comment: id }]);
    await api.payload.delete({ collection: 'readers', where: { email: { equals: reader.email } } });
    await minuteLater();
    expect((await outboxOf(id)).at(-1)?.data.recommendations).toBe(1);
  });
});

describe('a mark', () => {
  const mark = (id: string, data: object) =>
    api.payload.update({ collection: 'comments', id, data: data as never, depth: 0 });
  const published = async (id: string) => (await outboxOf(id)).at(-1)?.data;
  const logOf = (id: string) =>
    query<{ act: string }>(
      api.database,
      "select act from moderation_log where comment = $1 and act <> 'decide' order by id",
      [id],
    );

  test('of a pinned comment is one in each thread, and everything of it is logged', async () => {
    const first = await comment();
    const second = await comment(writer, first.article);
    await mark(first.id, { pinned: true });
    expect(await published(first.id)).toMatchObject({ pinned: true });
    await mark(second.id, { pinned: true, pick: true });
    expect(await published(second.id)).toMatchObject({ pinned: true, pick: true });
    expect(await published(first.id)).toMatchObject({ pinned: false });
    expect((await logOf(first.id)).map(({ act }) => act)).toEqual(['pin', 'unpin']);
    expect((await logOf(second.id)).map(({ act }) => act)).toEqual(['pin', 'pick']);
    await mark(second.id, { status: 'removed' });
    expect(await published(second.id)).toMatchObject({ removed: true, pinned: false, pick: false });
  });

  test('is not for what nobody sees, nor is a reply pinned', async () => {
    const { id, article } = await comment();
    const input = { article, parent: id, body: `Since when, ${randomUUID()}?`, key: randomUUID() };
    const reply = ownComment.parse(await (await writer.json('/api/reader/comments', input)).json());
    await mark(reply.id, { status: 'published', pinned: true, pick: true });
    expect(await published(reply.id)).toMatchObject({ pinned: false, pick: true });
  });

  test('of staff and of one of our people is the desk’s alone to give, and stands under all that a reader wrote', async () => {
    const reader = await api.reader();
    const before = await comment(reader);
    const [{ id } = { id: '' }] = await query<{ id: string }>(api.database, 'select id from readers where email = $1', [
      reader.email,
    ]);
    const person = await api.payload.create({
      collection: 'people',
      data: { name: 'Amina Testero', _status: 'published' },
      depth: 0,
    });
    await reader.json('/api/reader/account/name', { name: 'Staff of the newsroom', staff: true, person: person.id });
    expect(await published(before.id)).toMatchObject({ staff: false, person: null });
    await api.payload.update({
      collection: 'readers',
      id,
      data: { staff: true, person: person.id } as never,
      depth: 0,
    });
    expect(await published(before.id)).toMatchObject({ staff: true, person: person.id });
    const after = await comment(reader);
    expect(await published(after.id)).toMatchObject({ staff: true, person: person.id });
    await api.payload.update({ collection: 'readers', id, data: { staff: false, person: null } as never, depth: 0 });
    expect(await published(after.id)).toMatchObject({ staff: false, person: null });
    const log = await query<{ act: string }>(api.database, `select act from moderation_log where act = 'badge'`);
    expect(log).toHaveLength(2);
  });
});
