import { execFile } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { writeFile } from 'node:fs/promises';
import path from 'node:path';
import { promisify } from 'node:util';
import { beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { foreignId } from '../../cms/src/exchange/foreign-id.ts';
import { importComments, type ImportOptions } from '../../cms/src/exchange/import-comments.ts';
import { sayReport } from '../../cms/src/exchange/say-report.ts';
import { query } from '../support/database.ts';
import { freshDirectory } from '../support/newsroom.ts';
import { startReaderApi } from './reader-client.ts';

let api: Awaited<ReturnType<typeof startReaderApi>>;
beforeAll(async () => {
  api = await startReaderApi();
});
beforeEach(() => api.forgetLimits());

interface Post {
  id: string;
  thread?: string;
  parent?: string;
  name?: string;
  username?: string;
  email?: string;
  text?: string;
  at?: string;
  isDeleted?: boolean;
  isSpam?: boolean;
}

const postXml = (
  post: Post,
) => `<post dsq:id="${post.id}"><message>${post.text ?? `&lt;p&gt;Number ${post.id}.&lt;/p&gt;`}</message>
  <createdAt>${post.at ?? '2019-05-04T10:00:00Z'}</createdAt><isDeleted>${post.isDeleted ?? false}</isDeleted>
  <isSpam>${post.isSpam ?? false}</isSpam><author>${post.email ? `<email>${post.email}</email>` : ''}
  <name>${post.name ?? 'Juma Wekesa'}</name><isAnonymous>${!post.username}</isAnonymous>
  ${post.username ? `<username>${post.username}</username>` : ''}</author>
  <thread dsq:id="${post.thread ?? 'T'}"/>${post.parent ? `<parent dsq:id="${post.parent}"/>` : ''}</post>`;

const disqus = (threads: Record<string, string>, posts: Post[]) =>
  `<disqus xmlns:dsq="x">${Object.entries(threads)
    .map(([id, url]) => `<thread dsq:id="${id}"><link>${url}</link></thread>`)
    .join('')}\n${posts.map(postXml).join('\n')}\n</disqus>`;

const file = (content: string) => ({
  name: 'export.xml',
  bytes: (async function* () {
    yield Buffer.from(content);
  })(),
});

const run = (content: string, more: Partial<ImportOptions> = {}) =>
  importComments(api.payload, { origin: 'disqus', site: more.site ?? '', files: [file(content)], ...more });

const stored = (article: string) =>
  query<Record<string, unknown> & { id: string }>(
    api.database,
    `select id, body, author_name as name, parent_id as parent, root_id as root, status, reader_id as reader,
       created_at as "createdAt", published_at as "publishedAt" from comments where article_id = $1 order by created_at, id`,
    [article],
  );
const readerOf = async (id: unknown) =>
  (
    await query<{ email: string | null; status: string; name: string; password_hash: string | null }>(
      api.database,
      'select email, status, name, password_hash from readers where id = $1',
      [id],
    )
  )[0];
const everything = () =>
  query<{ counts: string }>(
    api.database,
    `select concat_ws(' ', (select count(*) from comments), (select count(*) from readers), (select count(*) from outbox),
       (select count(*) from imported_comments)) as counts`,
  );

/** Ids of posts differ between tests: what came in before is left alone. */
let series = 0;
const idsOf = (...names: string[]) => {
  series++;
  return Object.fromEntries(names.map((name) => [name, `${series}-${name}`])) as Record<string, string>;
};
const ours = (key: string) => foreignId('disqus:', 'comment', key);

test('a thread comes in with its dates, its answers at two levels, and is told to the site', async () => {
  const article = await api.publish();
  const { a, b, c, d } = idsOf('a', 'b', 'c', 'd');
  // The answer stands before what it answers.
  const posts = [
    { id: d!, parent: c!, at: '2019-05-07T10:00:00Z', name: 'Nafula' },
    {
      id: a!,
      at: '2019-05-04T10:00:00Z',
      text: '&lt;p&gt;It &lt;b&gt;rained&lt;/b&gt;.&lt;/p&gt;&lt;p&gt;At last.&lt;/p&gt;',
    },
    { id: c!, parent: b!, at: '2019-05-06T10:00:00Z' },
    { id: b!, parent: a!, at: '2019-05-05T10:00:00Z' },
  ];
  const report = await run(disqus({ T: `https://old.example/2019/${article.slug}.html` }, posts));
  expect(report).toMatchObject({ matched: 1, unmatched: [], created: 4, places: 0, skipped: {} });
  expect(await stored(article.id)).toMatchObject([
    {
      id: ours(a!),
      body: 'It **rained**.\n\nAt last.',
      parent: null,
      root: null,
      publishedAt: new Date('2019-05-04T10:00:00Z'),
    },
    { id: ours(b!), parent: ours(a!), root: ours(a!) },
    { id: ours(c!), parent: ours(b!), root: ours(a!) },
    { id: ours(d!), parent: ours(c!), root: ours(a!), name: 'Nafula', createdAt: new Date('2019-05-07T10:00:00Z') },
  ]);
  const told = await query<{ data: { html: string; at: string } }>(
    api.database,
    `select data from outbox where kind = 'comment' and document = $1`,
    [ours(a!)],
  );
  expect(told).toMatchObject([
    { data: { html: '<p>It <strong>rained</strong>.</p><p>At last.</p>', at: '2019-05-04T10:00:00.000Z' } },
  ]);
  const thread = await (await api.visitor().call(`/api/reader/comments?article=${article.id}`)).json();
  expect(thread).toMatchObject({ count: 4 });
});

test('what is gone goes, and leaves its place only where it was answered', async () => {
  const article = await api.publish();
  const { a, b, c, d, e, f, g } = idsOf('a', 'b', 'c', 'd', 'e', 'f', 'g');
  const report = await run(
    disqus({ T: `/${article.slug}` }, [
      { id: a!, isDeleted: true, email: 'secret@example.org', text: 'Never to be seen' },
      { id: b!, parent: a!, isSpam: true },
      { id: c!, parent: b! },
      { id: d!, isDeleted: true },
      { id: e!, isSpam: true },
      { id: f!, text: '&lt;img src="x"&gt;' },
      { id: g!, at: 'yesterday' },
    ]),
  );
  expect(report).toMatchObject({ created: 1, places: 2, skipped: { deleted: 1, spam: 1, empty: 1, undated: 1 } });
  const rows = await stored(article.id);
  expect(rows.filter(({ status }) => status === 'removed')).toHaveLength(2);
  expect(rows).toHaveLength(3);
  expect(rows.find(({ id }) => id === ours(a!))).toMatchObject({ body: '', name: 'Former reader', reader: null });
  expect(await query(api.database, `select 1 from readers where email = 'secret@example.org'`)).toEqual([]);
});

test('run twice, or in two halves, it is the same', async () => {
  const article = await api.publish();
  const posts = Array.from({ length: 1_200 }, (_, at): Post => {
    const id = `many-${at}`;
    return {
      id,
      at: new Date(Date.UTC(2019, 1, 1, 0, 0, at)).toISOString(),
      ...(at % 5 && { parent: `many-${at - (at % 5)}` }),
    };
  });
  const content = disqus({ T: `/${article.slug}/` }, posts);
  expect(await run(content, { progress: () => true })).toMatchObject({ created: 500, isStopped: true });
  expect(await run(content)).toMatchObject({ created: 700, skipped: { before: 500 }, isStopped: false });
  const after = await everything();
  expect(await run(content)).toMatchObject({ created: 0, skipped: { before: 1_200 } });
  expect(await everything()).toEqual(after);
  expect(await stored(article.id)).toHaveLength(1_200);
});

test('what the desk has deleted since does not come back, nor what answers it', async () => {
  const article = await api.publish();
  const { a, b } = idsOf('a', 'b');
  await run(disqus({ T: `/${article.slug}` }, [{ id: a! }]));
  await api.payload.delete({ collection: 'comments', id: ours(a!) });
  const report = await run(disqus({ T: `/${article.slug}` }, [{ id: a! }, { id: b!, parent: a! }]));
  expect(report).toMatchObject({ created: 0, skipped: { before: 1, orphan: 1 } });
  expect(await stored(article.id)).toEqual([]);
});

test('a dry run says the same and writes nothing', async () => {
  const article = await api.publish();
  const { a, b } = idsOf('a', 'b');
  const content = disqus({ T: `/${article.slug}`, U: 'https://old.example/never-here/' }, [
    { id: a! },
    { id: b!, thread: 'U' },
  ]);
  const before = await everything();
  const dry = await run(content, { isDry: true });
  expect(await everything()).toEqual(before);
  expect(await run(content)).toEqual(dry);
  expect(sayReport(dry, true)).toBe(
    [
      '1 thread found an article, 1 did not.',
      '1 comment would be brought in.',
      'Left out:',
      '  1 in threads without an article here',
      'Threads without an article here; a mapping (--map FILE) has a line for each, with the article behind it:',
      '  https://old.example/never-here/   # 1 comment',
    ].join('\n'),
  );
});

describe('articles are found', () => {
  test('by a former address', async () => {
    const article = await api.publish();
    await api.payload.update({
      collection: 'articles',
      id: article.id,
      data: { slug: `moved-${randomUUID()}`, _status: 'published' },
    });
    const { a } = idsOf('a');
    expect(await run(disqus({ T: `/articles/${article.slug}/` }, [{ id: a! }]))).toMatchObject({
      matched: 1,
      created: 1,
    });
  });

  test('by a mapping, which a thread needs that has another name here', async () => {
    const article = await api.publish();
    const { a } = idsOf('a');
    const url = 'https://old.example/?p=17';
    const content = disqus({ T: url }, [{ id: a! }]);
    expect((await run(content)).unmatched).toMatchObject([{ url, comments: 1 }]);
    expect(await run(content, { mapping: new Map([[url, `/articles/${article.slug}/`]]) })).toMatchObject({
      created: 1,
    });
  });

  test('never where they are drafts', async () => {
    const article = await api.publish();
    await api.payload.update({ collection: 'articles', id: article.id, data: { _status: 'draft' } });
    const { a } = idsOf('a');
    expect(await run(disqus({ T: `/${article.slug}` }, [{ id: a! }]))).toMatchObject({ matched: 0, created: 0 });
  });
});

test('a file that is wrong at its end changes nothing', async () => {
  const article = await api.publish();
  const { a } = idsOf('a');
  const whole = disqus({ T: `/${article.slug}` }, [{ id: a! }]);
  const before = await everything();
  await expect(run(whole.slice(0, -12))).rejects.toThrow('export.xml, line');
  expect(await everything()).toEqual(before);
});

test('comments that answer themselves in a circle are left out, and one of another thread answers the article', async () => {
  const article = await api.publish();
  const other = await api.publish();
  const { a, b, c, d } = idsOf('a', 'b', 'c', 'd');
  const report = await run(
    disqus({ T: `/${article.slug}`, U: `/${other.slug}` }, [
      { id: a!, parent: b! },
      { id: b!, parent: a! },
      { id: c!, thread: 'U' },
      { id: d!, parent: c! },
      { id: d!, parent: c! },
    ]),
  );
  expect(report).toMatchObject({ created: 2, skipped: { circle: 2, twice: 1 } });
  expect(await stored(article.id)).toMatchObject([{ id: ours(d!), parent: null, root: null }]);
});

describe('as a command', () => {
  const command = path.join(import.meta.dirname, '../../cms/commands/import-comments.ts');
  async function runCommand(content: string, ...more: string[]) {
    const name = path.join(await freshDirectory(), 'export.xml');
    await writeFile(name, content);
    const args = ['--disable-warning=ExperimentalWarning', command, 'disqus', name, ...more];
    return await promisify(execFile)(process.execPath, args).catch(
      (error) => error as { stdout: string; stderr: string },
    );
  }

  test('it brings in and reports', async () => {
    const article = await api.publish();
    const { a } = idsOf('a');
    const { stdout } = await runCommand(disqus({ T: `/${article.slug}` }, [{ id: a! }]));
    expect(stdout).toContain('1 comment was brought in.');
    expect(await stored(article.id)).toHaveLength(1);
  });

  test('what is wrong is a sentence', async () => {
    const failed = await runCommand('<disqus>\n<post>', '--dry-run');
    expect(failed).toMatchObject({ code: 1, stderr: expect.stringMatching(/line 2: .*\nNothing was brought in\.\n$/) });
    expect(failed.stderr).not.toContain('    at ');
    const map = path.join(await freshDirectory(), 'map.txt');
    await writeFile(map, '# threads\nhttps://old.example/a\n');
    expect(await runCommand(disqus({}, []), '--map', map)).toMatchObject({
      code: 1,
      stderr: 'The mapping, line 2: Write a thread and an article, with a space between.\nNothing was brought in.\n',
    });
    expect((await runCommand(disqus({}, []), '--map', `${map}.gone`)).stderr).toMatch(
      /^ENOENT: .*\nNothing was brought in\.\n$/,
    );
  });
});

describe('who wrote them', () => {
  test('an unclaimed reader cannot log in, and claims their comments through the mailed link', async () => {
    const article = await api.publish();
    const { a } = idsOf('a');
    const email = `${randomUUID()}@example.org`;
    await run(disqus({ T: `/${article.slug}` }, [{ id: a!, email, name: 'Juma', username: `u${series}` }]));
    const [comment] = await stored(article.id);
    expect(await readerOf(comment?.reader)).toEqual({ email, status: 'unclaimed', name: 'Juma', password_hash: null });
    const browser = api.visitor();
    for (const password of ['', 'null', 'a password of some length'])
      expect((await browser.json('/api/reader/login', { email, password })).ok).toBe(false);
    expect((await browser.json('/api/reader/forgot', { email })).status).toBe(202);
    const reset = { token: await api.tokenFor(email), password: 'quite another long password' };
    expect((await browser.json('/api/reader/reset', reset)).status).toBe(204);
    expect(await (await browser.call('/api/reader/me')).json()).toMatchObject({ id: comment?.reader, email });
    expect(await readerOf(comment?.reader)).toMatchObject({ status: 'active' });
    expect(await (await browser.call('/api/reader/account')).text()).toContain(`Number ${a}.`);
  });

  test('registering claims them too, and the name moves to them', async () => {
    const article = await api.publish();
    const { a } = idsOf('a');
    const email = `${randomUUID()}@example.org`;
    await run(disqus({ T: `/${article.slug}` }, [{ id: a!, email, name: 'Juma', username: `u${series}` }]));
    const browser = api.visitor();
    await browser.json('/api/reader/register', { email, name: 'Juma Wekesa', password: 'a password of some length' });
    expect((await browser.json('/api/reader/verify', { token: await api.tokenFor(email) })).status).toBe(200);
    const [comment] = await stored(article.id);
    expect(comment).toMatchObject({ name: 'Juma Wekesa' });
    expect(await (await browser.call('/api/reader/me')).json()).toMatchObject({ id: comment?.reader });
  });

  test('so does moving an account to the address', async () => {
    const article = await api.publish();
    const { a } = idsOf('a');
    const email = `${randomUUID()}@example.org`;
    await run(disqus({ T: `/${article.slug}` }, [{ id: a!, email, name: 'Juma', username: `u${series}` }]));
    const reader = await api.reader('Wafula Juma');
    await reader.json('/api/reader/account/email', { email, password: reader.password });
    await reader.json('/api/reader/account/email/confirm', { token: await api.tokenFor(email) });
    const { id } = (await (await reader.call('/api/reader/me')).json()) as { id: string };
    expect(await stored(article.id)).toMatchObject([{ reader: id, name: 'Wafula Juma' }]);
  });

  test('the badges of whoever they are stand under them', async () => {
    const article = await api.publish();
    const { a, b } = idsOf('a', 'b');
    const reader = await api.reader('Wafula Juma');
    const { id } = (await (await reader.call('/api/reader/me')).json()) as { id: string };
    const person = await api.payload.create({
      collection: 'people',
      data: { name: 'Wafula Juma', _status: 'published' },
      depth: 0,
    });
    await api.payload.update({ collection: 'readers', id, data: { staff: true, person: person.id } as never });
    const shown = (key: string) =>
      query(
        api.database,
        `select data ->> 'staff' as staff, data ->> 'person' as person from outbox where document = $1 order by seq desc limit 1`,
        [ours(key)],
      );
    const badges = [{ staff: 'true', person: String(person.id) }];

    await run(disqus({ T: `/${article.slug}` }, [{ id: a!, email: reader.email, username: 'them' }]));
    expect(await shown(a!), 'brought in for their address').toEqual(badges);

    const email = `${randomUUID()}@example.org`;
    await run(disqus({ T: `/${article.slug}` }, [{ id: b!, email, name: 'Wafula Juma', username: `u${series}` }]));
    expect(await shown(b!)).toEqual([{ staff: 'false', person: null }]);
    await reader.json('/api/reader/account/email', { email, password: reader.password });
    await reader.json('/api/reader/account/email/confirm', { token: await api.tokenFor(email) });
    expect(await shown(b!), 'claimed').toEqual(badges);
  });

  test('without an address they are one reader for each author, whom nobody can claim', async () => {
    const article = await api.publish();
    const { a, b, c } = idsOf('a', 'b', 'c');
    await run(
      disqus(
        { T: `/${article.slug}` },
        [
          { id: a!, username: 'somebody', name: '☃ Some  Body <b>' },
          { id: b!, username: 'somebody', name: '☃ Some  Body <b>' },
          { id: c!, name: '<>' },
        ].map((post) => ({ ...post, name: post.name.replaceAll('<', '&lt;') })),
      ),
    );
    const rows = await stored(article.id);
    const by = (id: string) => rows.find((row) => row.id === ours(id));
    expect(by(a!)?.reader).toBe(by(b!)?.reader);
    expect(await readerOf(by(a!)?.reader)).toMatchObject({ email: null, status: 'unclaimed', name: 'Some Body b' });
    expect(by(c!)).toMatchObject({ name: 'Reader' });
  });

  test('somebody with an account has theirs, but no words that a guest put under their address', async () => {
    const article = await api.publish();
    const reader = await api.reader();
    const { id } = (await (await reader.call('/api/reader/me')).json()) as { id: string };
    const { a, b } = idsOf('a', 'b');
    await run(
      disqus({ T: `/${article.slug}` }, [
        { id: a!, email: reader.email, username: 'them' },
        { id: b!, email: reader.email, name: 'Somebody Else' },
      ]),
    );
    const rows = await stored(article.id);
    expect(rows.find((row) => row.id === ours(a!))?.reader).toBe(id);
    const guest = rows.find((row) => row.id === ours(b!))?.reader;
    expect(guest).not.toBe(id);
    expect(await readerOf(guest)).toMatchObject({ email: null, status: 'unclaimed' });
  });

  test('what they wrote goes on standing when the desk deletes them', async () => {
    const article = await api.publish();
    const { a } = idsOf('a');
    await run(disqus({ T: `/${article.slug}` }, [{ id: a!, username: `gone${series}` }]));
    const [comment] = await stored(article.id);
    await api.payload.delete({ collection: 'readers', id: String(comment?.reader) });
    expect(await stored(article.id)).toMatchObject([{ name: 'Former reader', reader: null, body: `Number ${a}.` }]);
  });
});
