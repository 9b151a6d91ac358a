import { randomUUID } from 'node:crypto';
import { beforeEach, describe, expect, test } from 'vitest';
import { ownComment, threadPage, type OwnComment } from '../../shared/src/comment.ts';
import { query } from '../support/database.ts';
import { publicURL, startReaderApi } from './reader-client.ts';
import { decide, freshComment, knownReader, post, threadOf } from './reader-comments.ts';

const api = await startReaderApi();
const article = await api.publish();
beforeEach(() => api.forgetLimits());

describe('a comment', () => {
  test('of a new reader waits, where its author alone sees it; approved, everybody does', async () => {
    const { id } = await api.publish();
    const reader = await api.reader('Njeri <Kamau>'.replace(/[<>]/g, ''));
    const posted = await post(reader, id, { body: 'One line,\nand <b>another</b>.\n\nThe end.' });
    expect(posted.status).toBe(201);
    const own = ownComment.parse(await posted.json());
    expect(own).toMatchObject({
      state: 'held',
      html: '<p>One line,<br>and &lt;b&gt;another&lt;/b&gt;.</p><p>The end.</p>',
    });
    expect((await threadOf(reader, id)).own).toEqual([own]);
    for (const other of [api.visitor(), await api.reader()]) {
      const { count, comments, own: theirs } = await threadOf(other, id);
      expect({ count, comments, theirs }).toEqual({ count: 0, comments: [], theirs: [] });
    }
    await query(api.database, `update comments set created_at = created_at - interval '1 hour' where id = $1`, [
      own.id,
    ]);
    await decide(api, own.id, 'published');
    const { count, comments, own: none } = await threadOf(api.visitor(), id);
    expect({ count, none }).toEqual({ count: 1, none: [] });
    const written = new Date(Date.parse(own.written) - 3_600_000).toISOString();
    expect(comments[0]).toMatchObject({ id: own.id, author: 'Njeri Kamau', removed: false, written });
    expect(comments[0]!.at > own.written, 'it was public later').toBe(true);
    const [told] = await query<{ data: object }>(api.database, 'select data from outbox where document = $1', [own.id]);
    expect(told?.data).toEqual(comments[0]);
  });

  test('is shown with its marks, to its author and in what the site is built from', async () => {
    const reader = await knownReader(api);
    const body = `> It is closed.\nIt is *open*, see [the map](${publicURL}/map/) or https://a.example. <i>${randomUUID()}</i>`;
    const own = ownComment.parse(await (await post(reader, article.id, { body })).json());
    expect(own.html).toMatch(
      /^<blockquote><p>It is closed.<\/p><\/blockquote><p>It is <em>open<\/em>, see <a href="[^"]*\/map\/">the map<\/a> or <a href="https:\/\/a.example" rel="nofollow ugc noopener">https:\/\/a.example<\/a>. &lt;i&gt;/,
    );
    const [row] = await query<{ html: string }>(
      api.database,
      `select data->>'html' as html from outbox where document = $1`,
      [own.id],
    );
    expect(row?.html).toBe(own.html);
    expect((await threadOf(api.visitor(), article.id)).comments.find(({ id }) => id === own.id)?.html).toBe(own.html);
  });

  test('is kept without what does harm to the page around it', async () => {
    const reader = await knownReader(api);
    const heap = '\u0301\u0308\u0323\u0330\u0348\u035c'.repeat(20);
    const id = randomUUID();
    const body = `\u202eTurned a${heap} and \u2067not back,\u200b\u2060 ${id} 👩‍👩‍👧 می\u200cخواهم`;
    const own = ownComment.parse(await (await post(reader, article.id, { body })).json());
    expect(own.html).toBe(`<p>Turned a${heap.slice(0, 4)} and \u2067not back, ${id} 👩‍👩‍👧 می\u200cخواهم\u2069</p>`);
    const [row] = await query<{ body: string }>(api.database, 'select body from comments where id = $1', [own.id]);
    expect(`<p>${row?.body}</p>`).toBe(own.html);
    expect((await post(reader, article.id, { body: '\u200b\u2060\u3164\ufeff' })).status).toBe(422);
  });

  test('of a known reader is published at once, and is in the outbox with it', async () => {
    const reader = await knownReader(api);
    const own = ownComment.parse(await (await post(reader, article.id)).json());
    expect(own.state).toBe('published');
    const rows = await query(api.database, 'select 1 from outbox where document = $1', [own.id]);
    expect(rows).toHaveLength(1);
  });

  test('with many links waits', async () => {
    const reader = await knownReader(api);
    const own = await (
      await post(reader, article.id, { body: 'https://a.example https://b.example www.c.example' })
    ).json();
    expect(own).toMatchObject({ state: 'held' });
  });

  test('with links in disguise waits', async () => {
    const reader = await knownReader(api);
    const links = ['a', 'b', 'c'].map((host) => `[${host}](https&#58;//${host}.example)`).join(' ');
    expect(await (await post(reader, article.id, { body: links })).json()).toMatchObject({ state: 'held' });
  });

  test('waits where the desk reads everything first', async () => {
    const { id } = await api.publish({ comments: 'held' });
    expect(await (await post(await knownReader(api), id)).json()).toMatchObject({ state: 'held' });
  });

  test('is not taken in a closed thread', async () => {
    const { id } = await api.publish({ comments: 'closed' });
    const reader = await api.reader();
    const answer = await post(reader, id);
    expect(answer.status).toBe(409);
    expect(await answer.json()).toMatchObject({ code: 'thread-closed' });
    expect((await threadOf(reader, id)).own).toEqual([]);
  });

  test('leaves its place when it is removed, without its author or text', async () => {
    const { id } = await api.publish();
    const reader = await knownReader(api);
    const own = (await (await post(reader, id)).json()) as OwnComment;
    await decide(api, own.id, 'removed');
    const { count, comments } = await threadOf(reader, id);
    expect(count).toBe(0);
    expect(comments).toMatchObject([{ id: own.id, removed: true, author: '', html: '' }]);
  });

  test('that was never public leaves no place when its reader takes it away', async () => {
    const { id } = await api.publish();
    const reader = await api.reader();
    const own = ownComment.parse(await (await post(reader, id)).json());
    expect(own.state).toBe('held');
    const gone = await reader.json('/api/reader/comments/delete', { comment: own.id });
    expect([gone.status, await gone.json()]).toEqual([200, null]);
    for (const seenBy of [api.visitor(), reader])
      expect(await threadOf(seenBy, id)).toMatchObject({ comments: [], own: [] });
  });

  test.each(['held', 'refused'] as const)(
    'that was public and is %s leaves its place, and its text is nowhere',
    async (status) => {
      const { id } = await api.publish();
      const reader = await knownReader(api);
      const secret = `secret-${randomUUID()}`;
      const own = ownComment.parse(await (await post(reader, id, { body: `Said: ${secret}` })).json());
      const reply = ownComment.parse(await (await post(await knownReader(api), id, { parent: own.id })).json());
      await decide(api, own.id, status);
      for (const order of ['', '&order=newest', '&order=oldest', '&order=recommended']) {
        const answer = await api.visitor().call(`/api/reader/comments?article=${id}${order}`);
        const text = await answer.text();
        expect(text).not.toContain(secret);
        const { comments } = threadPage.parse(JSON.parse(text));
        const place = { removed: true, waiting: status === 'held', author: '', html: '' };
        expect(comments.find((each) => each.id === own.id)).toMatchObject(place);
        expect(comments.find((each) => each.id === reply.id)).toMatchObject({ removed: false, root: own.id });
      }
      expect((await threadOf(reader, id)).own.map((each) => each.id)).toEqual([own.id]);
    },
  );

  test('needs somebody who is logged in', async () => {
    const answer = await post(api.visitor(), article.id);
    expect(answer.status).toBe(401);
    expect(await answer.json()).toMatchObject({ code: 'login-required' });
  });
});

test('posting has a limit for each account', async () => {
  const reader = await api.reader();
  const statuses = [];
  for (let i = 0; i < 7; i++) statuses.push((await post(reader, article.id)).status);
  expect(statuses).toEqual([...Array(6).fill(201), 429]);
  expect((await post(await api.reader(), article.id)).status).toBe(201);
});

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
