import { randomUUID } from 'node:crypto';
import { beforeEach, describe, expect, test } from 'vitest';
import { ownComment, threadPage, type ThreadPage } from '../../shared/src/comment.ts';
import { query } from '../support/database.ts';
import { publicURL, startReaderApi } from './reader-client.ts';
import { decide, knownReader, post, threadOf } from './reader-comments.ts';

const api = await startReaderApi();
const article = await api.publish();
beforeEach(() => api.forgetLimits());

describe('a reply', () => {
  async function answered() {
    const { id, slug } = await api.publish();
    const reader = await knownReader(api);
    const first = ownComment.parse(await (await post(reader, id)).json());
    return { id, slug, reader, first };
  }

  test('stands under the comment of the first level, however deep it is', async () => {
    const { id, reader, first } = await answered();
    const reply = ownComment.parse(await (await post(reader, id, { parent: first.id })).json());
    const deeper = ownComment.parse(await (await post(reader, id, { parent: reply.id })).json());
    expect([first, reply, deeper].map(({ parent, root }) => [parent, root])).toEqual([
      [null, null],
      [first.id, first.id],
      [reply.id, first.id],
    ]);
    const rows = await query<{ data: { parent: string; root: string } }>(
      api.database,
      'select data from outbox where document = $1',
      [deeper.id],
    );
    expect(rows.map(({ data }) => [data.parent, data.root])).toEqual([[reply.id, first.id]]);
  });

  test.each(['held', 'removed', 'elsewhere', 'unknown'] as const)(
    'to a comment that is %s finds nothing',
    async (what) => {
      const { id, reader, first } = await answered();
      const stranger = await api.reader();
      const held = ownComment.parse(await (await post(stranger, id)).json());
      if (what === 'removed') await decide(api, first.id, 'removed');
      const parent = { held: held.id, removed: first.id, elsewhere: first.id, unknown: randomUUID() }[what];
      const under = what === 'elsewhere' ? (await api.publish()).id : id;
      const answer = await post(reader, under, { parent });
      expect(answer.status).toBe(404);
      expect((await answer.json()) as object).toMatchObject({
        detail: 'The comment that you answer is not there any more.',
      });
      const page = await reader.call(`/api/reader/comments/new?article=${under}&parent=${parent}`);
      expect(page.status).toBe(404);
    },
  );

  test('is written with a form alone, under the words that it answers', async () => {
    const { id, slug, reader, first } = await answered();
    const html = await (await reader.call(`/api/reader/comments/new?article=${id}&parent=${first.id}`)).text();
    expect(html).toContain('The bridge is still closed');
    const hidden = (name: string) => new RegExp(`name="${name}" value="([^"]+)"`).exec(html)?.[1] ?? '';
    const fields = { article: hidden('article'), key: hidden('key'), parent: hidden('parent') };
    const tooShort = await (await reader.form('/api/reader/comments', { ...fields, body: '' })).text();
    expect(tooShort, 'the form still answers the same comment').toContain(`name="parent" value="${first.id}"`);
    expect(tooShort, 'and shows its words').toContain('The bridge is still closed');
    const posted = await reader.form('/api/reader/comments', { ...fields, body: 'Since when?' });
    const { comments } = await threadOf(reader, id);
    expect(comments.map(({ parent }) => parent)).toEqual([first.id, null]);
    const place = posted.headers.get('location')?.slice(publicURL.length) ?? '';
    const led = await reader.call(place);
    expect(led.headers.get('location')).toBe(`${publicURL}/articles/${slug}/#comment-${comments[0]?.id}`);
  });

  test('goes with the comment that it stands under, when that is deleted for good', async () => {
    const { id, reader, first } = await answered();
    await post(reader, id, { parent: first.id });
    await api.payload.delete({ collection: 'comments', id: first.id });
    expect((await threadOf(reader, id)).comments).toEqual([]);
  });
});

describe('a link to a comment', () => {
  const follow = async (id: string) => {
    const answer = await api.visitor().call(`/api/reader/comments/at?comment=${id}`);
    return answer.status === 303 ? answer.headers.get('location')?.slice(publicURL.length) : answer.status;
  };
  /** So many comments of the first level, a minute apart, straight into the database. */
  const fill = (id: string, comments: number) =>
    query(
      api.database,
      `insert into comments (id, article_id, author_name, body, status, published_at)
       select ('00000000-0000-7000-8000-' || lpad(to_hex(n), 12, '0'))::uuid, $1, 'Somebody', 'Said', 'published',
         '2026-01-01'::timestamptz + n * interval '1 minute' from generate_series(1, $2::int) n`,
      [id, comments],
    );

  test('leads to the page on which it stands, and to another one when it has moved', async () => {
    const { id, slug } = await api.publish();
    const own = ownComment.parse(await (await post(await knownReader(api), id)).json());
    expect(await follow(own.id)).toBe(`/articles/${slug}/#comment-${own.id}`);
    await query(api.database, `update comments set published_at = '2025-12-01' where id = $1`, [own.id]);
    await fill(id, 100);
    expect(await follow(own.id)).toBe(`/comments/${id}/1/#comment-${own.id}`);
    expect(await follow('00000000-0000-7000-8000-000000000064')).toMatch(`/articles/${slug}/#comment-`);
    await decide(api, own.id, 'removed');
    expect(await follow(own.id), 'a removed one keeps its place').toBe(`/comments/${id}/1/#comment-${own.id}`);
  });

  test('leads nowhere where the comment was never public', async () => {
    const own = ownComment.parse(await (await post(await api.reader(), article.id)).json());
    expect(own.state).toBe('held');
    expect(await follow(own.id)).toBe(404);
    expect(await follow(randomUUID())).toBe(404);
    expect(await follow('nonsense')).toBe(422);
  });
});

test('a long thread comes in pages, none of it twice and none left out', async () => {
  const { id } = await api.publish();
  const at = '2026-02-05T10:00:00.000Z';
  for (let i = 0; i < 120; i++) {
    const publishedAt = i % 3 === 0 ? at : new Date(Date.parse(at) + i * 1000).toISOString();
    const data = {
      article: id,
      authorName: 'A Reader',
      body: `Number ${i}`,
      key: randomUUID(),
      status: 'published',
      publishedAt,
    };
    await api.payload.create({ collection: 'comments', data: data as never, depth: 0 });
  }
  const seen: string[] = [];
  for (let before: string | null = ''; before !== null;) {
    const page: ThreadPage = await threadOf(api.visitor(), id, before);
    expect(page.count).toBe(120);
    seen.push(...page.comments.map((comment) => comment.id));
    before = page.next;
  }
  expect(seen).toHaveLength(120);
  expect(new Set(seen).size).toBe(120);
});

test('on every page of a thread a reader is told which comments are theirs, and no others', async () => {
  const { id } = await api.publish();
  const reader = await api.reader();
  const me = (await (await reader.call('/api/reader/me')).json()) as { id: string };
  const theirs: string[] = [];
  for (let i = 0; i < 110; i++) {
    const publishedAt = new Date(Date.parse('2026-02-05T10:00:00.000Z') + i * 1000).toISOString();
    const author = i % 10 === 0 ? {} : { reader: me.id };
    const data = { article: id, authorName: 'Wanjiku Otieno', body: `Number ${i}`, status: 'published', publishedAt };
    const made = await api.payload.create({
      collection: 'comments',
      data: { ...data, ...author, key: randomUUID() } as never,
      depth: 0,
    });
    if (i % 10) theirs.push(String(made.id));
  }
  const mine = ({ mine: found }: ThreadPage) => found.map((one) => one.id).toSorted();
  const isTheirs = ({ comments }: ThreadPage) => comments.map((one) => one.id).filter((one) => theirs.includes(one));
  const first = await threadOf(reader, id);
  expect(mine(first), 'those that the page of the site may show beside it, too').toEqual(theirs.slice(-50).toSorted());
  for (let before = first.next; before !== null;) {
    const page: ThreadPage = await threadOf(reader, id, before);
    expect(mine(page)).toEqual(isTheirs(page).toSorted());
    before = page.next;
  }
  const oldest = threadPage.parse(await (await reader.call(`/api/reader/comments?article=${id}&order=oldest`)).json());
  expect(mine(oldest)).toEqual(isTheirs(oldest).toSorted());
  const alone = threadPage.parse(await (await reader.call(`/api/reader/comments?article=${id}&only=own`)).json());
  expect(mine(alone), 'for its further pages, older ones too').toEqual(theirs.toSorted());
  expect(alone.comments).toEqual([]);
  const nobody = await (await api.visitor().call(`/api/reader/comments?article=${id}&only=own`)).json();
  expect(threadPage.parse(nobody)).toMatchObject({ comments: [], own: [], mine: [], recommended: [] });
});
