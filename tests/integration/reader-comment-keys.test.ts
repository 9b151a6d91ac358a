import { randomUUID } from 'node:crypto';
import { beforeEach, describe, expect, test } from 'vitest';
import type { OwnComment } from '../../shared/src/comment.ts';
import { query } from '../support/database.ts';
import { startReaderApi } from './reader-client.ts';
import { freshComment } from './reader-comments.ts';

const api = await startReaderApi();
const article = await api.publish();
beforeEach(() => api.forgetLimits());

describe('a comment that says who writes it', () => {
  const idOf = async (reader: Awaited<ReturnType<typeof api.reader>>) =>
    ((await (await reader.call('/api/reader/me')).json()) as { id: string }).id;

  test('is stored where they are logged in', async () => {
    const reader = await api.reader();
    const answer = await reader.json('/api/reader/comments', freshComment(article.id, { reader: await idOf(reader) }));
    expect(answer.status).toBe(201);
  });

  test('is not where somebody else is, whose name is told', async () => {
    const [shown, other] = [await api.reader('Akinyi Odera'), await api.reader('Baraka Mwangi')];
    const comment = freshComment(article.id, { reader: await idOf(shown) });
    const answer = await other.json('/api/reader/comments', comment);
    expect([answer.status, await answer.json()]).toMatchObject([
      409,
      { code: 'other-reader', reader: { id: await idOf(other), name: 'Baraka Mwangi' } },
    ]);
    expect(await query(api.database, 'select 1 from comments where key = $1', [comment.key])).toEqual([]);
  });
});

describe('a comment that is sent again with the same key', () => {
  test('is the same comment', async () => {
    const reader = await api.reader();
    const comment = freshComment(article.id);
    const first = await reader.json('/api/reader/comments', comment);
    const again = await reader.json('/api/reader/comments', comment);
    expect([again.status, await again.json()]).toEqual([first.status, await first.json()]);
  });

  test('at the same moment, too', async () => {
    const reader = await api.reader();
    const comment = freshComment(article.id);
    const answers = await Promise.all(Array.from({ length: 5 }, () => reader.json('/api/reader/comments', comment)));
    expect(answers.map(({ status }) => status)).toEqual(Array(5).fill(201));
    const ids = await Promise.all(answers.map(async (answer) => ((await answer.json()) as OwnComment).id));
    expect(new Set(ids).size).toBe(1);
    expect(await query(api.database, 'select 1 from comments where key = $1', [comment.key])).toHaveLength(1);
  });

  test.each([
    ['with another text', { body: 'The bridge is open after all.' }],
    ['as an answer', { parent: randomUUID() }],
  ])('%s is told apart, and nothing is stored', async (_what, more) => {
    const reader = await api.reader();
    const comment = freshComment(article.id);
    await reader.json('/api/reader/comments', comment);
    const again = await reader.json('/api/reader/comments', { ...comment, ...more });
    expect([again.status, await again.json()]).toMatchObject([409, { code: 'key-used' }]);
    expect(await query(api.database, 'select 1 from comments where key = $1', [comment.key])).toHaveLength(1);
  });

  test('and other blanks around it is the same comment', async () => {
    const reader = await api.reader();
    const comment = freshComment(article.id);
    const first = await reader.json('/api/reader/comments', comment);
    const again = await reader.json('/api/reader/comments', { ...comment, body: ` ${comment.body}\n` });
    expect([again.status, await again.json()]).toEqual([201, await first.json()]);
  });

  test('with another text by a form alone, the form has the text and a key of its own', async () => {
    const reader = await api.reader();
    const comment = freshComment(article.id);
    await reader.json('/api/reader/comments', comment);
    const answer = await reader.form('/api/reader/comments', { ...comment, body: 'The bridge is open after all.' });
    const html = await answer.text();
    expect(answer.status).toBe(409);
    expect(html).toContain('An earlier version of this was posted.');
    expect(html).toContain('The bridge is open after all.');
    const key = /name="key" value="([^"]+)"/.exec(html)?.[1];
    expect(key).not.toBe(comment.key);
    const posted = await reader.form('/api/reader/comments', {
      ...comment,
      body: 'The bridge is open after all.',
      key: key!,
    });
    expect(posted.status).toBe(201);
  });

  test('by another reader is another comment', async () => {
    const comment = freshComment(article.id);
    const ids = [];
    for (const reader of [await api.reader(), await api.reader()]) {
      ids.push(((await (await reader.json('/api/reader/comments', comment)).json()) as OwnComment).id);
    }
    expect(ids[0]).not.toBe(ids[1]);
  });
});
