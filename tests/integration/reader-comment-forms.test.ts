import { randomUUID } from 'node:crypto';
import { beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { publicURL, startReaderApi, type ReaderApi } from './reader-client.ts';
import { freshComment, knownReader, post } from './reader-comments.ts';

let api: ReaderApi;
let article: { id: string; slug: string };
beforeAll(async () => {
  api = await startReaderApi();
  article = await api.publish();
});
beforeEach(() => api.forgetLimits());

describe('what cannot be is said', () => {
  const wrong: [string, Record<string, unknown>, number, string?][] = [
    ['no text', { body: undefined }, 422, 'body'],
    ['only blanks', { body: ' \n ' }, 422, 'body'],
    ['too long', { body: 'a'.repeat(5_001) }, 422, 'body'],
    ['a number', { body: 7 }, 422, 'body'],
    ['NUL', { body: 'a\0b' }, 422, 'body'],
    ['half a character', { body: 'ab\ud800' }, 422, 'body'],
    ['no article', { article: undefined }, 422, 'article'],
    ['an article that is no id', { article: 'rain' }, 422, 'article'],
    ['an article that is a query', { article: { not_equals: null } }, 422, 'article'],
    ['an unknown article', { article: randomUUID() }, 404],
    ['no key', { key: undefined }, 422, 'key'],
    ['a key that is none', { key: '1' }, 422, 'key'],
  ];
  test.each(wrong)('%s', async (_what, more, status, field) => {
    const answer = await post(await api.reader(), article.id, more);
    const problem = (await answer.json()) as { fields?: Record<string, string> };
    expect(answer.status).toBe(status);
    expect(Object.keys(problem.fields ?? {})).toEqual(field ? [field] : []);
  });

  test('a draft is as unknown as what never was', async () => {
    const { id } = await api.publish();
    await api.payload.update({ collection: 'articles', id, data: { _status: 'draft' } });
    const reader = await api.reader();
    const unknown = await (await post(reader, randomUUID())).text();
    expect(await (await post(reader, id)).text()).toBe(unknown);
    expect((await reader.call(`/api/reader/comments?article=${id}`)).status).toBe(404);
    expect((await reader.call(`/api/reader/comments/new?article=${id}`)).status).toBe(404);
  });

  test.each(['', '?article=', '?article=rain', '?article[not_equals]=x'])('a thread of %s', async (search) => {
    expect((await api.visitor().call(`/api/reader/comments${search}`)).status).toBe(422);
  });

  test('a page that is none', async () => {
    const answer = await api.visitor().call(`/api/reader/comments?article=${article.id}&before=x`);
    expect(answer.status).toBe(422);
  });
});

describe('with forms alone', () => {
  test('a reader writes, and is told that it waits', async () => {
    const reader = await api.reader();
    const page = await reader.call(`/api/reader/comments/new?article=${article.id}`);
    const html = await page.text();
    const key = /name="key" value="([^"]+)"/.exec(html)?.[1] ?? '';
    const posted = await reader.form('/api/reader/comments', { article: article.id, key, body: 'Written by hand.' });
    expect(posted.status).toBe(201);
    expect(await posted.text()).toContain('Your comment is waiting');
    const account = await (await reader.call('/api/reader/account')).text();
    expect(account).toContain('Written by hand.');
    expect(account).toContain('Waiting for the newsroom');
  });

  test('what is published at once is where one is led to', async () => {
    const reader = await knownReader(api);
    const posted = await reader.form('/api/reader/comments', freshComment(article.id) as never);
    expect(posted.status).toBe(303);
    expect(posted.headers.get('location')).toMatch(`${publicURL}/articles/${article.slug}/#comment-`);
  });

  test('somebody who is not logged in is sent to, and comes back', async () => {
    const answer = await api.visitor().call(`/api/reader/comments/new?article=${article.id}`);
    expect(answer.status).toBe(303);
    expect(answer.headers.get('location')).toContain(
      encodeURIComponent(`/api/reader/comments/new?article=${article.id}`),
    );
  });

  test.each([
    ['logged out', () => api.visitor(), {}, 401],
    ['too short', () => api.reader(), { body: '<' }, 422],
    ['closed', () => api.reader(), { article: 'closed' }, 409],
  ] as const)('the text is kept: %s', async (_what, who, more, status) => {
    const closed = await api.publish({ comments: 'closed' });
    const comment = { ...freshComment(article.id, { body: 'Kept <as> it was.' }), ...more };
    if (comment.article === 'closed') comment.article = closed.id;
    const answer = await (await who()).form('/api/reader/comments', comment as never);
    const html = await answer.text();
    expect(answer.status).toBe(status);
    expect(html).toContain(comment.body.replaceAll('<', '&lt;').replaceAll('>', '&gt;'));
    expect(html).toContain(comment.key);
    expect(html).toContain('role="alert"');
  });
});
