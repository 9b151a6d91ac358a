import { randomUUID } from 'node:crypto';
import { rm, symlink } from 'node:fs/promises';
import { join } from 'node:path';
import { contractHeader, contractVersion, feedLine, type Change, type FeedLine } from '../../shared/src/feed.ts';
import { beforeAll, describe, expect, test } from 'vitest';
import { createFeedServer } from '../../cms/src/feed/feed-server.ts';
import { connect, query } from '../support/database.ts';
import { listen } from '../support/listen.ts';
import { openDesk, type Desk } from './desk.ts';

const token = 'a-token-of-the-feed';
let desk: Desk;
let base: string;
beforeAll(async () => {
  desk = await openDesk();
  const server = createFeedServer({ getPayload: async () => desk.payload, token });
  base = await listen(server);
});

const call = (path: string, init: Omit<RequestInit, 'headers'> = {}) =>
  fetch(base + path, { ...init, headers: { authorization: `Bearer ${token}` } });

async function read(after?: string | null, wait = 0): Promise<{ changes: Change[]; cursor: string | null }> {
  const response = await call(`/feed?wait=${wait}${after ? `&after=${after}` : ''}`);
  expect(response.status).toBe(200);
  const lines = (await response.text())
    .trim()
    .split('\n')
    .map((line): FeedLine => feedLine.parse(JSON.parse(line)));
  const head = lines.pop();
  if (head?.op !== 'head') throw new Error('The feed did not end with its head.');
  return { changes: lines as Change[], cursor: head.cursor };
}

const publish = (more: object = {}) => desk.create('articles', desk.story({ _status: 'published', ...more }));
const idsOf = (changes: Change[]) => changes.map(({ id }) => id);

/** A row as a transaction of somebody else's would write it. */
const insertRow = `insert into outbox (op, kind, document, former_slugs) values ('remove', 'topic', $1, '[]')`;

describe('who may read', () => {
  test.each([undefined, 'Bearer wrong', 'Basic x', `bearer${token}`])('%s is refused', async (authorization) => {
    for (const path of ['/feed', '/feed/receipts', `/feed/media/${randomUUID()}/small`, '/']) {
      const response = await fetch(base + path, { headers: authorization ? { authorization } : {} });
      expect(response.status).toBe(401);
      expect(response.headers.get('content-type')).toBe('application/problem+json');
      expect(await response.json()).toMatchObject({ code: 'feed-token-wrong' });
    }
  });

  test('what is not there, and what cannot be done, say so', async () => {
    expect((await call('/nothing')).status).toBe(404);
    expect((await call('/feed', { method: 'POST' })).status).toBe(405);
    expect((await call('/feed?wait=soon')).status).toBe(400);
    expect((await call('/feed/receipts', { method: 'POST', body: 'no' })).status).toBe(400);
    expect((await call('/feed/receipts', { method: 'POST', body: '{}' })).status).toBe(422);
  });
});

describe('from nothing', () => {
  test('there are always settings, and the contract is named', async () => {
    const response = await call('/feed');
    expect(response.headers.get(contractHeader)).toBe(String(contractVersion));
    expect((await read()).changes.map(({ kind }) => kind)).toContain('settings');
  });

  test('each document comes once, as it is now, and a removal stays', async () => {
    const kept = await publish({ slug: 'first-address' });
    await desk.update('articles', kept.id, { slug: 'second-address', headline: 'Second', _status: 'published' });
    const gone = await publish({ slug: 'gone' });
    await desk.update('articles', gone.id, { _status: 'draft' });
    const { changes } = await read();
    expect(changes.filter(({ id }) => id === kept.id)).toMatchObject([
      { op: 'put', data: { headline: 'Second', slug: 'second-address', formerSlugs: ['first-address'] } },
    ]);
    expect(changes.filter(({ id }) => id === gone.id)).toMatchObject([{ op: 'remove', slug: 'gone', formerSlugs: [] }]);
    expect(new Set(idsOf(changes)).size).toBe(changes.length);
  });

  test('it is whole, however many batches it takes', async () => {
    const before = new Set(idsOf((await read()).changes));
    await query(
      desk.database,
      `insert into outbox (op, kind, document, former_slugs) select 'remove', 'topic', gen_random_uuid(), '[]' from generate_series(1, 650)`,
    );
    expect((await read()).changes).toHaveLength(before.size + 650);
  });
});

describe('after a cursor', () => {
  test('only what came later', async () => {
    const { cursor } = await read();
    expect((await read(cursor)).changes).toEqual([]);
    const { id } = await publish();
    const next = await read(cursor);
    expect(idsOf(next.changes)).toEqual([id]);
    expect((await read(next.cursor)).changes).toEqual([]);
  });

  test.each(['1', 'x:y', `1:${randomUUID()}`, `999999999:${randomUUID()}`])(
    'the unknown %s is told',
    async (cursor) => {
      const response = await call(`/feed?after=${cursor}`);
      expect(response.status).toBe(410);
      expect(await response.json()).toMatchObject({ code: 'cursor-unknown' });
    },
  );

  test('what commits later stands after the cursor, though it was written before', async () => {
    const slow = await connect(desk.database);
    const first = randomUUID();
    const second = randomUUID();
    await slow.query('begin');
    await slow.query(insertRow, [first]);
    await query(desk.database, insertRow, [second]);
    const early = await read();
    expect(idsOf(early.changes)).toContain(second);
    expect(idsOf(early.changes)).not.toContain(first);
    await slow.query('commit');
    expect(idsOf((await read(early.cursor)).changes)).toEqual([first]);
  });

  test('many who number at once give each position once', async () => {
    const { cursor } = await read();
    const ids = Array.from({ length: 40 }, () => randomUUID());
    await Promise.all(ids.map(async (id) => (await query(desk.database, insertRow, [id]), await read(cursor))));
    expect(new Set(idsOf((await read(cursor)).changes))).toEqual(new Set(ids));
    const [gaps] = await query<{ gaps: string }>(desk.database, 'select max(position) - count(*) as gaps from outbox');
    expect(Number(gaps?.gaps)).toBe(0);
  });

  test('waiting ends as soon as something is published', async () => {
    const { cursor } = await read();
    const waiting = read(cursor, 30);
    const { id } = await publish();
    expect(idsOf((await waiting).changes)).toEqual([id]);
  });

  test('the connection that listens comes back after it is cut', async () => {
    const { cursor } = await read();
    const waiting = read(cursor, 30);
    await expect
      .poll(
        async () =>
          (
            await query(
              desk.database,
              `select pg_terminate_backend(pid) from pg_stat_activity where query = 'listen dateline_outbox'`,
            )
          ).length,
      )
      .toBeGreaterThan(0);
    await publish();
    expect((await waiting).changes).toHaveLength(1);
  });
});

describe('drafts', () => {
  test('never appear, whatever is done to them', async () => {
    const { cursor } = await read();
    const secret = 'embargoed-words';
    const draft = await desk.create('articles', desk.story({ headline: secret }), { draft: true });
    await desk.update('articles', draft.id, { standfirst: secret }, { draft: true, autosave: true });
    await desk.create('people', { name: secret }, { draft: true });
    await desk.update('articles', draft.id, { deletedAt: new Date().toISOString() });
    const live = await publish();
    await desk.update('articles', live.id, { headline: secret }, { draft: true });
    await desk.update('articles', live.id, { standfirst: secret }, { draft: true, autosave: true });
    const { changes } = await read(cursor);
    expect(idsOf(changes)).toEqual([live.id]);
    expect(JSON.stringify((await read()).changes)).not.toContain(secret);
  });
});

describe('images', () => {
  test('are served while something published shows them', async () => {
    const sharp = (await import('sharp')).default;
    const data = await sharp({ create: { width: 1200, height: 800, channels: 3, background: '#446' } })
      .png()
      .toBuffer();
    const file = { data, mimetype: 'image/png', name: 'lake.png', size: data.length };
    const image = await desk.create('media', { alt: 'A lake' }, { file });
    expect((await call(`/feed/media/${image.id}/small`)).status).toBe(404);
    const { cursor } = await read();
    await publish({ leadImage: image.id });
    const { changes } = await read(cursor);
    expect(changes.map(({ kind }) => kind)).toEqual(['media', 'article']);
    const put = changes[0] as Extract<Change, { kind: 'media'; op: 'put' }>;
    expect(put.data.sizes.map(({ width }) => width)).toEqual([480, 960, 1200]);
    const response = await call(`/feed/media/${image.id}/small`);
    expect(response.headers.get('content-type')).toBe('image/webp');
    expect(
      Buffer.from(await response.arrayBuffer())
        .subarray(8, 12)
        .toString(),
    ).toBe('WEBP');
    expect((await call(`/feed/media/${image.id}/huge`)).status).toBe(404);
    expect((await call(`/feed/media/${image.id}/..%2f..%2fetc`)).status).toBe(404);
    const [stored] = await query<{ filename: string }>(
      desk.database,
      'select sizes_small_filename as filename from media where id = $1',
      [image.id],
    );
    const path = join(String(desk.payload.collections.media?.config.upload.staticDir), stored!.filename);
    await rm(path);
    expect((await call(`/feed/media/${image.id}/small`)).status).toBe(404);
    // Leads to itself: it is there, and nobody can read it.
    await symlink(path, path);
    expect((await call(`/feed/media/${image.id}/small`)).status).toBe(500);
    await desk.update('media', image.id, { alt: 'A lake at dusk' });
    expect((await desk.outboxOf(image.id)).map(({ data }) => data?.alt)).toEqual(['A lake', 'A lake at dusk']);
  });
});
