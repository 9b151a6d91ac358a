import { gzipSync } from 'node:zlib';
import { describe, expect, test } from 'vitest';
import type { Foreign, ForeignComment, ForeignFile } from './foreign.ts';
import { readCoral } from './read-coral.ts';
import { readDisqus } from './read-disqus.ts';
import { readOwn } from './read-own.ts';
import { readRemark42 } from './read-remark42.ts';
import { readWxr } from './read-wxr.ts';

type Read = (file: ForeignFile) => AsyncIterable<Foreign>;

/** In pieces of a few bytes, so that whatever may be cut is cut. */
async function* pieces(bytes: Uint8Array, size = 7) {
  for (let at = 0; at < bytes.length; at += size) yield bytes.subarray(at, at + size);
}

async function readAll(read: Read, content: string | Uint8Array, name = 'export', size = 7): Promise<Foreign[]> {
  const bytes = typeof content === 'string' ? Buffer.from(content) : content;
  const all: Foreign[] = [];
  for await (const one of read({ name, bytes: pieces(bytes, size) })) all.push(one);
  return all;
}

const commentsIn = (all: Foreign[]) =>
  all.filter((one): one is { is: 'comment' } & ForeignComment => one.is === 'comment');

const disqus = `<?xml version="1.0" encoding="utf-8"?>
<disqus xmlns="http://disqus.com" xmlns:dsq="http://disqus.com/disqus-internals">
<category dsq:id="1"><title>General</title></category>
<thread dsq:id="10"><id>rain</id><link>https://old.example/rain-at-last/</link><title>Rain</title>
  <author><name>Desk</name><isAnonymous>false</isAnonymous><username>desk</username></author></thread>
<post dsq:id="100"><id /><message><![CDATA[<p>It rained — <b>at last</b>.</p>]]></message>
  <createdAt>2019-05-04T10:11:12Z</createdAt><isDeleted>false</isDeleted><isSpam>false</isSpam>
  <author><email>wekesa@example.org</email><name>Juma Wekesa</name><isAnonymous>false</isAnonymous><username>jumaw</username></author>
  <thread dsq:id="10" /></post>
<post dsq:id="101"><message>Buy now</message><createdAt>2019-05-04T11:00:00Z</createdAt><isDeleted>false</isDeleted>
  <isSpam>true</isSpam><author><name>X</name><isAnonymous>true</isAnonymous></author><thread dsq:id="10" /><parent dsq:id="100" /></post>
</disqus>`;

describe('Disqus', () => {
  test('threads, authors and posts', async () => {
    const all = await readAll(readDisqus, disqus);
    expect(all[0]).toEqual({ is: 'thread', key: '10', url: 'https://old.example/rain-at-last/', hints: ['rain'] });
    expect(all[1]).toMatchObject({ is: 'author', email: 'wekesa@example.org', isConfirmed: true });
    const [first, second] = commentsIn(all);
    expect(first).toMatchObject({
      key: '100',
      thread: '10',
      parent: null,
      author: 'user:jumaw',
      text: 'It rained — **at last**.',
      at: '2019-05-04T10:11:12.000Z',
      skip: null,
    });
    expect(second).toMatchObject({ parent: '100', skip: 'spam' });
  });

  test('in another encoding that it names', async () => {
    const latin = disqus.replace('utf-8', 'iso-8859-1').replace(' — ', ' ÄÖ ');
    const [first] = commentsIn(await readAll(readDisqus, Buffer.from(latin, 'latin1'), 'export', 4_096));
    expect(first?.text).toBe('It rained ÄÖ **at last**.');
  });
});

const wxr = `<?xml version="1.0" encoding="UTF-8" ?>
<rss version="2.0" xmlns:wp="http://wordpress.org/export/1.2/" xmlns:content="http://purl.org/rss/1.0/modules/content/">
<channel><title>Old</title><link>https://old.example</link>
<item><title>Rain</title><link>https://old.example/2019/rain-at-last/</link>
<content:encoded><![CDATA[<p>Long</p>]]></content:encoded>
<wp:post_id>7</wp:post_id><wp:post_name><![CDATA[rain-at-last]]></wp:post_name>
<wp:comment><wp:comment_id>1</wp:comment_id><wp:comment_author><![CDATA[Amina]]></wp:comment_author>
<wp:comment_author_email><![CDATA[amina@example.org]]></wp:comment_author_email>
<wp:comment_date><![CDATA[2019-05-04 13:00:00]]></wp:comment_date>
<wp:comment_date_gmt><![CDATA[2019-05-04 10:00:00]]></wp:comment_date_gmt>
<wp:comment_content><![CDATA[One.

Two & three]]></wp:comment_content><wp:comment_approved><![CDATA[1]]></wp:comment_approved>
<wp:comment_type><![CDATA[comment]]></wp:comment_type><wp:comment_parent>0</wp:comment_parent><wp:comment_user_id>0</wp:comment_user_id></wp:comment>
<wp:comment><wp:comment_id>2</wp:comment_id><wp:comment_type>pingback</wp:comment_type></wp:comment>
<wp:comment><wp:comment_id>3</wp:comment_id><wp:comment_author>Desk</wp:comment_author>
<wp:comment_date_gmt>2019-05-05 10:00:00</wp:comment_date_gmt><wp:comment_content>Thanks</wp:comment_content>
<wp:comment_approved>trash</wp:comment_approved><wp:comment_parent>1</wp:comment_parent><wp:comment_user_id>4</wp:comment_user_id></wp:comment>
</item></channel></rss>`;

test('WordPress: items with their comments, without pings', async () => {
  const all = await readAll(readWxr, wxr);
  const [first, reply, ...more] = commentsIn(all);
  expect(more).toEqual([]);
  expect(first).toMatchObject({ key: '1', text: 'One.\n\nTwo & three', at: '2019-05-04T10:00:00.000Z', skip: null });
  expect(reply).toMatchObject({ key: '3', parent: '1', author: 'user:4', skip: 'deleted' });
  const thread = all.find(({ is }) => is === 'thread');
  expect(thread).toMatchObject({ key: first?.thread, url: 'https://old.example/2019/rain-at-last/' });
  expect(all.find(({ is }) => is === 'author')).toMatchObject({ email: 'amina@example.org', isConfirmed: false });
});

const lines = (...objects: object[]) => objects.map((object) => JSON.stringify(object)).join('\n');

const remark42 = lines(
  { version: 1, users: [{ id: 'github_1', details: { user_id: 'github_1', email: 'juma@example.org' } }], posts: [] },
  {
    id: 'a',
    pid: '',
    text: '<p>It rained.</p>\n',
    orig: 'It rained.',
    user: { name: 'Juma', id: 'github_1', picture: '', ip: 'x', admin: false },
    locator: { site: 'old', url: 'https://old.example/rain-at-last/' },
    time: '2020-05-04T10:00:00.123456789+03:00',
  },
  {
    id: 'b',
    pid: 'a',
    text: '',
    user: { name: 'deleted', id: 'deleted' },
    locator: { site: 'old', url: 'https://old.example/rain-at-last/' },
    time: '2020-05-05T10:00:00Z',
    delete: true,
  },
);

test.each([
  ['packed', gzipSync(remark42)],
  ['as it is', Buffer.from(remark42)],
])('remark42: %s', async (_how, content) => {
  const all = await readAll(readRemark42, content);
  expect(all.filter(({ is }) => is === 'thread')).toHaveLength(1);
  expect(all.find(({ is }) => is === 'author')).toMatchObject({ key: 'github_1', email: 'juma@example.org' });
  expect(commentsIn(all)).toMatchObject([
    { key: 'a', parent: null, text: 'It rained.', at: '2020-05-04T07:00:00.123Z', skip: null },
    { key: 'b', parent: 'a', skip: 'deleted' },
  ]);
});

const coralRows = [
  { id: 's', url: 'https://old.example/rain-at-last/', metadata: { title: 'Rain' } },
  { id: 'u', username: 'Juma', email: 'juma@example.org', emailVerified: true },
  {
    id: 'c',
    storyID: 's',
    authorID: 'u',
    revisions: [{ body: 'First' }, { body: '<div>It rained.</div><div>Twice.</div>' }],
    status: 'APPROVED',
    createdAt: { $date: '2021-05-04T10:00:00.000Z' },
  },
  {
    id: 'd',
    asset_id: 's',
    parent_id: 'c',
    author_id: 'u',
    body: 'a < b',
    status: 'REJECTED',
    created_at: '2021-05-05T10:00:00Z',
  },
];

test.each([
  ['lines', lines(...coralRows)],
  ['an array on lines', `[${coralRows.map((row) => JSON.stringify(row)).join(',\n')}]\n`],
])('Coral, of either age: %s', async (_how, content) => {
  const all = await readAll(readCoral, content);
  expect(all.map(({ is }) => is)).toEqual(['thread', 'author', 'comment', 'comment']);
  expect(commentsIn(all)).toMatchObject([
    { key: 'c', thread: 's', author: 'u', text: 'It rained.\nTwice.', at: '2021-05-04T10:00:00.000Z' },
    { key: 'd', parent: 'c', text: 'a < b', skip: 'deleted' },
  ]);
});

test('Coral as CSV', async () => {
  const csv =
    'id,storyURL,parentID,username,email,body,status,createdAt\r\n' +
    'c,https://old.example/rain/,,Juma,juma@example.org,"It ""rained"",\nat last",APPROVED,2021-05-04T10:00:00Z\r\n';
  const all = await readAll(readCoral, csv, 'comments.CSV');
  expect(all.map(({ is }) => is)).toEqual(['thread', 'author', 'comment']);
  expect(commentsIn(all)[0]).toMatchObject({ author: 'name:Juma', text: 'It "rained",\nat last', parent: null });
});

describe('what is wrong with a file is said, with the line', () => {
  const bomb = `<?xml version="1.0"?>\n<!DOCTYPE d [<!ENTITY a "ha"><!ENTITY b "&a;&a;">]>\n<disqus><post>&b;</post></disqus>`;
  const deep = `<disqus>${'<a>'.repeat(200)}`;
  const wrong: [string, Read, string | Uint8Array, RegExp][] = [
    ['an entity bomb', readDisqus, bomb, /^export, line 2: It declares a document type/],
    ['an entity of nobody', readDisqus, '<disqus>\n&nbsp;</disqus>', /^export, line 2: This is not well-formed XML/],
    ['XML that is cut', readDisqus, disqus.slice(0, 900), /^export, line \d+: This is not well-formed XML/],
    ['XML too deep', readDisqus, deep, /line 1: Its elements stand deeper/],
    ['another XML', readDisqus, '<rss/>', /this is no export of Disqus/],
    ['another XML for WordPress', readWxr, disqus, /this is no export of WordPress/],
    ['an encoding of nobody', readDisqus, '<?xml version="1.0" encoding="klingon"?><disqus/>', /“klingon”, is unknown/],
    ['nothing', readDisqus, '', /There is nothing in it/],
    [
      'Latin letters said to be UTF-8',
      readDisqus,
      Buffer.from('<disqus>\n\n<a>é</a></disqus>', 'latin1'),
      /line 3: This is no text in utf-8/,
    ],
    [
      'a packed file that is cut',
      readRemark42,
      gzipSync(remark42).subarray(0, 120),
      /The packed file is cut or damaged/,
    ],
    ['a line that is cut', readRemark42, remark42.slice(0, -30), /line 3: This is no whole JSON/],
    ['a line of another kind', readRemark42, `${remark42}\n{"id":"x"}`, /line 4: This is no comment of remark42/],
    ['an array of arrays', readCoral, '[1]\n[2]', /line 1: There should be a JSON object/],
    ['an unknown document', readCoral, '{"x":1}', /line 1: This is no comment, story or user/],
    [
      'an export of a later version',
      readOwn,
      '{"is":"dateline-comments","version":9}',
      /line 1: This is no line of an export of Dateline/,
    ],
  ];
  test.each(wrong)('%s', async (_what, read, content, sentence) => {
    await expect(readAll(read, content)).rejects.toThrow(sentence);
  });

  test('CSV whose last row is cut', async () => {
    const csv = 'id,storyURL,body\nc,https://a.example/,"left open';
    await expect(readAll(readCoral, csv, 'c.csv')).rejects.toThrow(/c\.csv, line \d+: The row does not fit/);
  });

  test('text without an end', async () => {
    async function* endless() {
      yield Buffer.from('<disqus>');
      const piece = Buffer.alloc(1024 * 1024, 'a');
      for (let count = 0; count < 64; count++) yield piece;
    }
    const read = (async () => {
      for await (const _ of readDisqus({ name: 'export', bytes: endless() }));
    })();
    await expect(read).rejects.toThrow('more text without a tag than in any comment');
  });
});
