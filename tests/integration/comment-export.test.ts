import { randomUUID } from 'node:crypto';
import fc from 'fast-check';
import { beforeAll, expect, test } from 'vitest';
import { exchangeLine, type ExchangeLine } from '../../shared/src/comment-exchange.ts';
import { exportComments } from '../../cms/src/exchange/export-comments.ts';
import { importComments } from '../../cms/src/exchange/import-comments.ts';
import { query } from '../support/database.ts';
import { openDesk, type Desk } from './desk.ts';

let desk: Desk;
beforeAll(async () => {
  desk = await openDesk();
});

async function exported(withAddresses = false): Promise<ExchangeLine[]> {
  const lines: ExchangeLine[] = [];
  for await (const line of exportComments(desk.payload, { withAddresses })) lines.push(exchangeLine.parse(line));
  return lines;
}

/** In an order of their own, and without the moment at which they were written. */
const settled = (lines: readonly ExchangeLine[]) =>
  lines
    .filter(({ is }) => is !== 'dateline-comments')
    .map((line) => JSON.stringify(line))
    .toSorted((a, b) => (a < b ? -1 : 1));

const bring = (lines: readonly ExchangeLine[]) =>
  importComments(desk.payload, {
    origin: 'dateline',
    files: [
      {
        name: 'comments.jsonl',
        bytes: (async function* () {
          for (const line of lines) yield Buffer.from(`${JSON.stringify(line)}\n`);
        })(),
      },
    ],
  });

const wipe = () =>
  query(desk.database, 'truncate comments, readers, imported_comments, outbox, outbox_compacted cascade');
const site = () =>
  query(
    desk.database,
    `select distinct on (document) document, data from outbox where kind = 'comment' order by document, seq desc`,
  );

const comment = fc.record({
  article: fc.nat({ max: 1 }),
  /** How many comments before it, or the article. */
  answers: fc.option(fc.nat({ max: 4 })),
  reader: fc.option(fc.nat({ max: 2 })),
  body: fc.constantFrom('It *rained*.', '> Said\n\nNo.', 'Mvua! 🌧️', 'a\\*b [x](https://example.org)'),
  status: fc.constantFrom('published', 'published', 'published', 'removed', 'held', 'refused'),
  pick: fc.boolean(),
  pinned: fc.boolean(),
  editedAt: fc.option(fc.constantFrom('2026-03-01T10:00:00.000Z', '2026-03-02T11:30:00.250Z')),
});

test('what is exported and brought in again is the same threads, on the site too', async () => {
  const articles = [
    await desk.create('articles', desk.story({ _status: 'published' })),
    await desk.create('articles', desk.story({ _status: 'published' })),
  ];
  const property = fc.asyncProperty(fc.array(comment, { maxLength: 15 }), async (given) => {
    await wipe();
    const readers: string[] = [];
    const verifiedAt = new Date().toISOString();
    for (const name of ['Juma', 'Amina', 'Nafula'])
      readers.push(
        (await desk.create('readers', { name, email: `${randomUUID()}@example.org`, status: 'active', verifiedAt })).id,
      );
    const made: { id: string; article: number; root: string | null; isPublic: boolean }[] = [];
    for (const [at, one] of given.entries()) {
      const found = one.answers === null ? undefined : made[at - 1 - one.answers];
      const above = found?.isPublic && found.article === one.article ? found : undefined;
      const doc = await desk.payload.create({
        collection: 'comments',
        data: {
          article: articles[one.article]!.id,
          ...(above && { parent: above.id, root: above.root ?? above.id }),
          ...(one.reader !== null && { reader: readers[one.reader] }),
          authorName: one.reader === null ? 'Former reader' : ['Juma', 'Amina', 'Nafula'][one.reader],
          body: one.body,
          editedAt: one.editedAt,
          status: one.status === 'removed' ? 'published' : one.status,
        } as never,
        depth: 0,
      });
      const isPublic = one.status === 'published' || one.status === 'removed';
      made.push({ id: String(doc.id), article: one.article, root: above ? (above.root ?? above.id) : null, isPublic });
    }
    for (const [at, { pick, pinned }] of given.entries())
      if (made[at]!.isPublic && (pick || pinned)) await desk.update('comments', made[at]!.id, { pick, pinned });
    for (const [at, { status }] of given.entries())
      if (status === 'removed')
        await desk.payload.update({ collection: 'comments', id: made[at]!.id, data: { status } as never, depth: 0 });

    const before = { lines: await exported(), site: await site() };
    const authors = (await exported(true)).filter(({ is }) => is === 'author');
    await wipe();
    await bring([...before.lines.filter(({ is }) => is !== 'author'), ...authors]);
    expect(settled(await exported())).toEqual(settled(before.lines));
    expect(
      await query(
        desk.database,
        `select 'author' as is, id, name, email from readers where email is not null order by id`,
      ),
    ).toEqual(authors);
    expect(await site()).toEqual(before.site);
    expect(await query(desk.database, `select 1 from readers where status <> 'unclaimed'`)).toEqual([]);
    const { created, places } = await bring(before.lines);
    expect([created, places]).toEqual([0, 0]);
  });
  await fc.assert(property, { numRuns: 12, endOnFailure: true });
}, 120_000);

test('it has what is public, and addresses only where they are asked for', async () => {
  await wipe();
  const article = await desk.create('articles', desk.story({ _status: 'published' }));
  const reader = await desk.create('readers', {
    name: 'Juma',
    email: 'juma@example.org',
    status: 'active',
    verifiedAt: new Date().toISOString(),
  });
  const more = { article: article.id, reader: reader.id, authorName: 'Juma' };
  const make = (data: object) =>
    desk.payload.create({ collection: 'comments', data: { ...more, ...data } as never, depth: 0 });
  await make({ body: 'Seen by all', status: 'published' });
  await make({ body: 'A secret that waits', status: 'held' });
  const gone = await make({ body: 'A secret that was taken down', status: 'published' });
  await desk.payload.update({ collection: 'comments', id: gone.id, data: { status: 'removed' } as never });

  const text = JSON.stringify(await exported());
  expect(text).toContain('Seen by all');
  expect(text).not.toContain('secret');
  expect(text).not.toContain('juma@example.org');
  expect(JSON.stringify(await exported(true))).toContain('juma@example.org');

  await desk.update('articles', article.id, { _status: 'draft' });
  expect((await exported()).filter(({ is }) => is === 'thread' || is === 'comment')).toEqual([]);
});

test('what was public and waits again leaves its place, and nothing of its text', async () => {
  await wipe();
  const article = await desk.create('articles', desk.story({ _status: 'published' }));
  const make = (data: object) =>
    desk.create('comments', { article: article.id, authorName: 'Juma', status: 'published', ...data });
  const root = await make({ body: 'A secret that waits again' });
  const reply = await make({ body: 'What answers it', parent: root.id, root: root.id });
  await desk.update('comments', root.id, { status: 'held' });
  const lines = await exported(true);
  expect(JSON.stringify(lines)).not.toContain('secret');
  expect(lines.find((line) => line.is === 'comment' && line.id === root.id)).toMatchObject({
    removed: true,
    author: null,
    name: '',
    text: '',
  });
  expect(lines.find((line) => line.is === 'comment' && line.id === reply.id)).toMatchObject({ parent: root.id });
});

test('it names nobody who wrote under drafts alone, and has no address that was never confirmed', async () => {
  await wipe();
  const [article, draft] = [
    await desk.create('articles', desk.story({ _status: 'published' })),
    await desk.create('articles', desk.story({ _status: 'published' })),
  ];
  const write = async (name: string, under: string, more: object) => {
    const reader = await desk.create('readers', { name, email: `${name}@example.org`.toLowerCase(), ...more });
    await desk.create('comments', {
      article: under,
      reader: reader.id,
      authorName: name,
      body: 'Well said.',
      status: 'published',
    });
  };
  const verified = { status: 'active', verifiedAt: new Date().toISOString() };
  await write('Juma', article.id, verified);
  await write('Guest', article.id, { status: 'unclaimed' });
  await write('Amina', draft.id, verified);
  await desk.update('articles', draft.id, { _status: 'draft' });
  const authors = (await exported(true)).filter(({ is }) => is === 'author');
  const addresses = authors.flatMap((line) => (line.is === 'author' ? [[line.name, line.email]] : []));
  expect(Object.fromEntries(addresses)).toEqual({ Guest: null, Juma: 'juma@example.org' });
});

test('what is pinned in a thread stays so where another one is brought in', async () => {
  await wipe();
  const article = await desk.create('articles', desk.story({ _status: 'published' }));
  const pin = () =>
    desk.create('comments', {
      article: article.id,
      authorName: 'Juma',
      body: 'Well said.',
      status: 'published',
      pinned: true,
    });
  await pin();
  const lines = await exported();
  await wipe();
  const here = await pin();
  expect(await bring(lines)).toMatchObject({ created: 1 });
  expect(await query(desk.database, 'select id from comments where pinned')).toEqual([{ id: here.id }]);
});

test('at the desk it is for admins', async () => {
  for (const role of ['reporter', 'editor', 'moderator'] as const)
    expect((await desk.as(role, 'GET', '/newsroom/comments/export')).status).toBe(403);
  expect((await desk.as('admin', 'GET', '/newsroom/comments/export')).status).toBe(200);
  expect((await desk.as(null, 'GET', '/newsroom/comments/export')).status).toBe(401);
});
