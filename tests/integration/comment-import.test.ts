import { execFile, spawn } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { open, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { text } from 'node:stream/consumers';
import { promisify } from 'node:util';
import { beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { sayReport } from '../../cms/src/exchange/say-report.ts';
import { atEnd } from '../support/at-end.ts';
import { query } from '../support/database.ts';
import { freshDirectory } from '../support/newsroom.ts';
import { disqus, idsOf, importDisqus, ours, storedComments, type Post } from './disqus-import.ts';
import { startReaderApi, type ReaderApi } from './reader-client.ts';

let api: ReaderApi;
beforeAll(async () => {
  api = await startReaderApi();
});
beforeEach(() => api.forgetLimits());

const everything = () =>
  query<{ counts: string }>(
    api.database,
    `select concat_ws(' ', (select count(*) from comments), (select count(*) from readers), (select count(*) from outbox),
       (select count(*) from imported_comments)) as counts`,
  );

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
  const report = await importDisqus(api, disqus({ T: `https://old.example/2019/${article.slug}.html` }, posts));
  expect(report).toMatchObject({ matched: 1, unmatched: [], created: 4, places: 0, skipped: {} });
  expect(await storedComments(api, article.id)).toMatchObject([
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
  const report = await importDisqus(
    api,
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
  const rows = await storedComments(api, article.id);
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
  const stop = new AbortController();
  const half = await importDisqus(api, content, { progress: () => stop.abort(), signal: stop.signal });
  expect(half).toMatchObject({ created: 500, isStopped: true });
  expect(await importDisqus(api, content)).toMatchObject({ created: 700, skipped: { before: 500 }, isStopped: false });
  const after = await everything();
  expect(await importDisqus(api, content)).toMatchObject({ created: 0, skipped: { before: 1_200 } });
  expect(await everything()).toEqual(after);
  expect(await storedComments(api, article.id)).toHaveLength(1_200);
});

test('what the desk has deleted since does not come back, nor what answers it', async () => {
  const article = await api.publish();
  const { a, b } = idsOf('a', 'b');
  await importDisqus(api, disqus({ T: `/${article.slug}` }, [{ id: a! }]));
  await api.payload.delete({ collection: 'comments', id: ours(a!) });
  const report = await importDisqus(api, disqus({ T: `/${article.slug}` }, [{ id: a! }, { id: b!, parent: a! }]));
  expect(report).toMatchObject({ created: 0, skipped: { before: 1, orphan: 1 } });
  expect(await storedComments(api, article.id)).toEqual([]);
});

test('a dry run says the same and writes nothing', async () => {
  const article = await api.publish();
  const { a, b } = idsOf('a', 'b');
  const content = disqus({ T: `/${article.slug}`, U: 'https://old.example/never-here/' }, [
    { id: a! },
    { id: b!, thread: 'U' },
  ]);
  const before = await everything();
  const dry = await importDisqus(api, content, { isDry: true });
  expect(await everything()).toEqual(before);
  expect(await importDisqus(api, content)).toEqual(dry);
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
    expect(await importDisqus(api, disqus({ T: `/articles/${article.slug}/` }, [{ id: a! }]))).toMatchObject({
      matched: 1,
      created: 1,
    });
  });

  test('by a mapping, which a thread needs that has another name here', async () => {
    const article = await api.publish();
    const { a } = idsOf('a');
    const url = 'https://old.example/?p=17';
    const content = disqus({ T: url }, [{ id: a! }]);
    expect((await importDisqus(api, content)).unmatched).toMatchObject([{ url, comments: 1 }]);
    expect(await importDisqus(api, content, { mapping: new Map([[url, `/articles/${article.slug}/`]]) })).toMatchObject(
      {
        created: 1,
      },
    );
  });

  test('never where they are drafts', async () => {
    const article = await api.publish();
    await api.payload.update({ collection: 'articles', id: article.id, data: { _status: 'draft' } });
    const { a } = idsOf('a');
    expect(await importDisqus(api, disqus({ T: `/${article.slug}` }, [{ id: a! }]))).toMatchObject({
      matched: 0,
      created: 0,
    });
  });
});

test('a file that is wrong at its end changes nothing', async () => {
  const article = await api.publish();
  const { a } = idsOf('a');
  const whole = disqus({ T: `/${article.slug}` }, [{ id: a! }]);
  const before = await everything();
  await expect(importDisqus(api, whole.slice(0, -12))).rejects.toThrow('export.xml, line');
  expect(await everything()).toEqual(before);
});

test('comments that answer themselves in a circle are left out, and one of another thread answers the article', async () => {
  const article = await api.publish();
  const other = await api.publish();
  const { a, b, c, d } = idsOf('a', 'b', 'c', 'd');
  const report = await importDisqus(
    api,
    disqus({ T: `/${article.slug}`, U: `/${other.slug}` }, [
      { id: a!, parent: b! },
      { id: b!, parent: a! },
      { id: c!, thread: 'U' },
      { id: d!, parent: c! },
      { id: d!, parent: c! },
    ]),
  );
  expect(report).toMatchObject({ created: 2, skipped: { circle: 2, twice: 1 } });
  expect(await storedComments(api, article.id)).toMatchObject([{ id: ours(d!), parent: null, root: null }]);
});

describe('as a command', () => {
  const command = path.join(import.meta.dirname, '../../cms/commands/import-comments.ts');
  const run = promisify(execFile);
  const argumentsFor = (name: string) => ['--disable-warning=ExperimentalWarning', command, 'disqus', name];
  async function runCommand(content: string, ...more: string[]) {
    const name = path.join(await freshDirectory(), 'export.xml');
    await writeFile(name, content);
    return await run(process.execPath, [...argumentsFor(name), ...more]).catch(
      (error) => error as { stdout: string; stderr: string },
    );
  }

  test('it brings in and reports', async () => {
    const article = await api.publish();
    const { a } = idsOf('a');
    const { stdout } = await runCommand(disqus({ T: `/${article.slug}` }, [{ id: a! }]));
    expect(stdout).toContain('1 comment was brought in.');
    expect(await storedComments(api, article.id)).toHaveLength(1);
  });

  test('Ctrl-C ends it while it reads, and changes nothing', async () => {
    const before = await everything();
    const endless = path.join(await freshDirectory(), 'export.xml');
    await run('mkfifo', [endless]);
    const child = spawn(process.execPath, argumentsFor(endless));
    atEnd(() => void child.kill('SIGKILL'));
    const ended = Promise.all([text(child.stderr), once(child, 'close')]);
    const pipe = await open(endless, 'w');
    await pipe.write(disqus({ T: '/rain' }, []).replace('</disqus>', ''));
    // More than a pipe holds: once it is written, what stands before it is being read.
    const posts = disqus(
      {},
      Array.from({ length: 1_000 }, (_, at) => ({ id: `endless-${at}` })),
    ).replace(/<\/?disqus[^>]*>/g, '');
    await pipe.write(posts);
    child.kill('SIGINT');
    const writing = (async () => {
      for (;;) await pipe.write(posts);
    })();
    await expect(writing).rejects.toMatchObject({ code: 'EPIPE' });
    const [said, [code]] = await ended;
    expect({ code, said }).toEqual({ code: 1, said: 'Stopped while reading.\nNothing was brought in.\n' });
    expect(await everything()).toEqual(before);
    await pipe.close();
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
