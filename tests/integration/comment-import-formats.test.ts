import { randomUUID } from 'node:crypto';
import { beforeAll, beforeEach, expect, test } from 'vitest';
import { importComments, type ImportOptions } from '../../cms/src/exchange/import-comments.ts';
import { query } from '../support/database.ts';
import { file, idsOf, storedComments } from './disqus-import.ts';
import { startReaderApi, type ReaderApi } from './reader-client.ts';

let api: ReaderApi;
beforeAll(async () => {
  api = await startReaderApi();
});
beforeEach(() => api.forgetLimits());

const bring = (origin: ImportOptions['origin'], ...files: ImportOptions['files']) =>
  importComments(api.payload, { origin, files });
const bodiesUnder = async (article: string) => (await storedComments(api, article)).map(({ body }) => body);

const commentXml = (id: string, parent = '0') => `<wp:comment><wp:comment_id>${id}</wp:comment_id>
  <wp:comment_author>Amina</wp:comment_author><wp:comment_date_gmt>2019-05-04 10:00:00</wp:comment_date_gmt>
  <wp:comment_content>Number ${id}.</wp:comment_content><wp:comment_parent>${parent}</wp:comment_parent></wp:comment>`;
const wordpress = (items: { post: string | null; slug: string; comments: string }[], name: string) =>
  file(
    `<rss xmlns:wp="x"><channel>${items
      .map(
        ({ post, slug, comments }) =>
          `<item><link>https://old.example/${slug}/</link>${post ? `<wp:post_id>${post}</wp:post_id>` : ''}${comments}</item>`,
      )
      .join('')}</channel></rss>`,
    name,
  );

test.each([
  ['by their posts’ ids', true],
  ['by their files, where posts have no ids', false],
])(
  'WordPress: each part of an export that was split has its comments under its own articles, %s',
  async (_, hasIds) => {
    const [one, two, three] = [await api.publish(), await api.publish(), await api.publish()];
    const { a, b, c, d, p, q, r } = idsOf('a', 'b', 'c', 'd', 'p', 'q', 'r') as Record<string, string>;
    const post = (id = '') => (hasIds ? id : null);
    const report = await bring(
      'wordpress',
      wordpress([{ post: post(p), slug: one.slug, comments: commentXml(a!) + commentXml(b!, a) }], 'export.001.xml'),
      wordpress(
        [
          { post: post(q), slug: two.slug, comments: commentXml(c!) },
          { post: post(r), slug: three.slug, comments: commentXml(d!) },
        ],
        'export.002.xml',
      ),
    );
    expect(report).toMatchObject({ matched: 3, unmatched: [], created: 4, skipped: {} });
    expect(await bodiesUnder(one.id)).toHaveLength(2);
    expect(await bodiesUnder(two.id)).toEqual([`Number ${c}.`]);
    expect(await bodiesUnder(three.id)).toEqual([`Number ${d}.`]);
  },
);

const lines = (...objects: object[]) => objects.map((object) => `${JSON.stringify(object)}\n`).join('');

test('Coral: stories, users and comments in files of their own, in any order', async () => {
  const article = await api.publish();
  const { a, b, s, u } = idsOf('a', 'b', 's', 'u') as Record<string, string>;
  const email = `${randomUUID()}@example.org`;
  const comment = { storyID: s, authorID: u, status: 'APPROVED' };
  const report = await bring(
    'coral',
    file(
      lines(
        {
          ...comment,
          id: b,
          parentID: a,
          revisions: [{ body: 'And <b>again</b>.' }],
          createdAt: '2021-05-05T10:00:00Z',
        },
        {
          ...comment,
          id: a,
          revisions: [{ body: 'It rained.' }],
          createdAt: { $date: '2021-05-04T10:00:00.000Z' },
        },
      ),
      'comments.jsonl',
    ),
    file(lines({ id: s, url: `https://old.example/${article.slug}` }), 'stories.jsonl'),
    file(lines({ id: u, username: 'Juma', email, emailVerified: true }), 'users.jsonl'),
  );
  expect(report).toMatchObject({ matched: 1, created: 2, skipped: {} });
  const [first, answer] = await storedComments(api, article.id);
  expect(first).toMatchObject({ body: 'It rained.', name: 'Juma', createdAt: new Date('2021-05-04T10:00:00Z') });
  expect(answer).toMatchObject({ body: 'And **again**.', parent: first?.id, root: first?.id, reader: first?.reader });
  expect(await query(api.database, 'select id, status from readers where email = $1', [email])).toEqual([
    { id: first?.reader, status: 'unclaimed' },
  ]);
});

test.each([
  ['before', false],
  ['behind', true],
])(
  'Coral: an address that it has not confirmed proves nothing, said %s a row that does not say so',
  async (_, isLast) => {
    const article = await api.publish();
    const reader = await api.reader();
    const { a, u } = idsOf('a', 'u') as Record<string, string>;
    const rows = file(
      `id,storyURL,authorID,username,email,body,createdAt\n${a},/${article.slug},${u},Juma,${reader.email},Mine,2021-05-04T10:00:00Z\n`,
      'comments.csv',
    );
    const users = file(lines({ id: u, username: 'Juma', email: reader.email, emailVerified: false }), 'users.jsonl');
    await bring('coral', ...(isLast ? [rows, users] : [users, rows]));
    const [comment] = await storedComments(api, article.id);
    expect(await query(api.database, 'select email, status from readers where id = $1', [comment?.reader])).toEqual([
      { email: null, status: 'unclaimed' },
    ]);
  },
);

test('remark42: a backup of several threads, with the addresses that its first line has', async () => {
  const [one, two] = [await api.publish(), await api.publish()];
  const { a, b, c, u } = idsOf('a', 'b', 'c', 'u') as Record<string, string>;
  const email = `${randomUUID()}@example.org`;
  const at = (slug: string) => ({ site: 'old', url: `https://old.example/${slug}/` });
  const user = { id: u, name: 'Juma' };
  const report = await bring(
    'remark42',
    file(
      lines(
        { version: 1, users: [{ id: u, details: { email } }], posts: [] },
        { id: a, text: '<p>It rained.</p>', user, locator: at(one.slug), time: '2020-05-04T10:00:00.123456789+03:00' },
        { id: b, pid: a, text: '', user, locator: at(one.slug), time: '2020-05-05T10:00:00Z', delete: true },
        { id: c, text: 'Here too', user, locator: at(two.slug), time: '2020-05-06T10:00:00Z' },
      ),
      'backup-old-20200507',
    ),
  );
  expect(report).toMatchObject({ matched: 2, created: 2, places: 0, skipped: { deleted: 1 } });
  const [first, ...more] = await storedComments(api, one.id);
  expect(more).toEqual([]);
  expect(first).toMatchObject({ body: 'It rained.', name: 'Juma', createdAt: new Date('2020-05-04T07:00:00.123Z') });
  expect(await bodiesUnder(two.id)).toEqual(['Here too']);
  expect(await query(api.database, 'select id from readers where email = $1', [email])).toEqual([
    { id: first?.reader },
  ]);
});
