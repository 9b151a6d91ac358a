import { randomUUID } from 'node:crypto';
import { beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { readerExport } from '../../shared/src/reader-export.ts';
import { query } from '../support/database.ts';
import { startReaderApi } from './reader-client.ts';

let api: Awaited<ReturnType<typeof startReaderApi>>;
let article: { id: string; slug: string };
beforeAll(async () => {
  api = await startReaderApi();
  article = await api.publish({ headline: 'Rain & hail' });
});
const allow = (ownComments: boolean) =>
  api.payload.updateGlobal({ slug: 'newsroom-settings', data: { accounts: { ownComments } } as never });
beforeEach(async () => {
  await api.forgetLimits();
  await allow(true);
});

type Reader = Awaited<ReturnType<typeof api.reader>>;

const idOf = async (reader: Reader) => ((await (await reader.call('/api/reader/me')).json()) as { id: string }).id;
const write = async (reader: string, body: string, more: object = {}) =>
  String(
    (
      await api.payload.create({
        collection: 'comments',
        data: {
          article: article.id,
          reader,
          authorName: 'Juma',
          body,
          key: randomUUID(),
          status: 'published',
          ...more,
        } as never,
        depth: 0,
      })
    ).id,
  );
const choose = (reader: Reader, shown: string) => reader.form('/api/reader/account/comments', { shown });
const addressOf = async (reader: Reader) =>
  /href="[^"]*(\/api\/reader\/comments\/by\?reader=[\w-]+)"/.exec(
    await (await reader.call('/api/reader/account/comments')).text(),
  )?.[1] ?? '';

/** A reader whose page is there, with one comment on it. */
async function shown() {
  const reader = await api.reader();
  const id = await idOf(reader);
  const comment = await write(id, `Seen by all of ${id}`);
  expect((await choose(reader, 'yes')).status).toBe(303);
  const address = await addressOf(reader);
  const look = async () => await api.visitor().call(address);
  return { reader, id, comment, address, look };
}

test('there is none until its reader wants it', async () => {
  const reader = await api.reader();
  expect(await addressOf(reader)).toBe('');
  const [row] = await query(api.database, 'select shows_comments, comments_key from readers where id = $1', [
    await idOf(reader),
  ]);
  expect(row).toEqual({ shows_comments: false, comments_key: null });
});

test('it has what is published, with where it stands, and nothing else', async () => {
  const { id, comment, look } = await shown();
  await write(id, 'A secret that waits', { status: 'held' });
  await write(id, 'A secret that was refused', { status: 'refused' });
  const draft = await api.publish();
  await write(id, 'A secret under a draft', { article: draft.id });
  await api.payload.update({ collection: 'articles', id: draft.id, data: { _status: 'draft' } });
  const removed = await write(id, 'A secret that was taken down');
  await api.payload.update({ collection: 'comments', id: removed, data: { status: 'removed' } as never });
  const response = await look();
  const html = await response.text();
  expect(response.status).toBe(200);
  expect(html).toContain('Comments by Wanjiku Otieno');
  expect(html).toContain(`Seen by all of ${id}`);
  expect(html).toContain(`<a href="/api/reader/comments/at?comment=${comment}">Rain &amp; hail</a>`);
  expect(html).toContain('noindex');
  expect(html).not.toContain('secret');
  expect(html).not.toContain('@example.org');
});

test('the older ones are a page further', async () => {
  const { id, look } = await shown();
  for (let at = 0; at < 55; at++)
    await write(id, `Number ${at}.`, { publishedAt: new Date(Date.UTC(2026, 1, 1, 0, at)).toISOString() });
  const first = await (await look()).text();
  const next = /href="([^"]+)" rel="next"/.exec(first)?.[1]?.replaceAll('&amp;', '&') ?? '';
  const second = await (await api.visitor().call(next)).text();
  expect(second).not.toContain('rel="next"');
  const said = (html: string) => [...html.matchAll(/Number (\d+)\./g)].map(([, at]) => Number(at));
  expect([...said(first), ...said(second)]).toEqual(Array.from({ length: 55 }, (_, at) => 54 - at));
});

describe('it is gone', () => {
  const ways: [string, (shown: { reader: Reader; id: string }) => Promise<unknown>][] = [
    ['when its reader takes it away', ({ reader }) => choose(reader, 'no')],
    ['when the newsroom has no such pages any more', () => allow(false)],
    [
      'when its reader is suspended',
      ({ id }) => api.payload.update({ collection: 'readers', id, data: { status: 'suspended' } as never }),
    ],
    [
      'when its reader is to be deleted',
      ({ reader }) => reader.form('/api/reader/account/delete', { password: reader.password, comments: 'keep' }),
    ],
    ['when its reader is deleted', ({ id }) => api.payload.delete({ collection: 'readers', id })],
  ];
  test.each(ways)('%s', async (_when, act) => {
    const page = await shown();
    expect((await page.look()).status).toBe(200);
    await act(page);
    const response = await page.look();
    expect(response.status).toBe(404);
    expect(await response.text()).not.toContain('Seen by all');
  });
});

test('it comes back under its address', async () => {
  const { reader, address, look } = await shown();
  await choose(reader, 'no');
  await choose(reader, 'yes');
  expect(await addressOf(reader)).toBe(address);
  expect((await look()).status).toBe(200);
});

test('where the newsroom has none, none is made', async () => {
  const reader = await api.reader();
  await allow(false);
  expect((await choose(reader, 'yes')).status).toBe(404);
  expect(await (await reader.call('/api/reader/account')).text()).not.toContain('/api/reader/account/comments');
  expect(await (await reader.call('/api/reader/account/comments')).text()).toContain('no such pages');
});

test('a key of nobody, and none, are as unknown as one that is off', async () => {
  const { reader, address, look } = await shown();
  await choose(reader, 'no');
  const off = await (await look()).text();
  expect(await (await api.visitor().call(`${address}x`)).text()).toBe(off);
  expect((await api.visitor().call('/api/reader/comments/by')).status).toBe(422);
});

test('it is its reader who decides, and is told of it in their export', async () => {
  const { reader, address } = await shown();
  expect((await api.visitor().form('/api/reader/account/comments', { shown: 'yes' })).status).toBe(401);
  expect((await choose(reader, 'perhaps')).status).toBe(422);
  const { account } = readerExport.parse(await (await reader.call('/api/reader/account/export')).json());
  expect(account).toMatchObject({ showsComments: true, commentsKey: address.split('reader=')[1] });
});
