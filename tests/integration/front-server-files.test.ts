import fs from 'node:fs/promises';
import path from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import { freshDirectory } from '../support/newsroom.ts';
import { startFrontServer, writeRelease, type FrontServer } from './front-server.ts';

let siteDir: string;
let server: FrontServer;
const raw: FrontServer['ask'] = (...request) => server.ask(...request);

beforeAll(async () => {
  siteDir = await freshDirectory();
  await fs.writeFile(path.join(siteDir, 'secret.txt'), 'secret');
  await writeRelease(siteDir, {
    'index.html': 'front page',
    '404.html': 'not here',
    '410.html': 'taken down',
    'articles/rain/index.html': 'rain',
    'articles/old/index.html': 'moved',
    'people/ñandú/index.html': 'a bird',
    '_astro/page.abc.css': 'a{}',
    'feed.xml': '<feed/>',
    '.hidden': 'hidden',
    _redirects:
      '/articles/evil/ //evil.example/ 301\n/articles/gone/ /410.html 410\n/articles/old/ /articles/rain/ 301\n',
    _headers: 'x',
  });
  server = await startFrontServer({ siteDir });
});

const asked = 'public, max-age=0, must-revalidate';

describe('the files', () => {
  test.each([
    ['/', 'front page', 'text/html; charset=utf-8', asked],
    ['/articles/rain/', 'rain', 'text/html; charset=utf-8', asked],
    ['/articles/rain/?utm=1', 'rain', 'text/html; charset=utf-8', asked],
    ['/people/%C3%B1and%C3%BA/', 'a bird', 'text/html; charset=utf-8', asked],
    ['/_astro/page.abc.css', 'a{}', 'text/css; charset=utf-8', 'public, max-age=31536000, immutable'],
    ['/feed.xml', '<feed/>', 'application/atom+xml; charset=utf-8', asked],
  ])('%s', async (url, body, type, cache) => {
    const answer = await raw(url);
    expect(answer).toMatchObject({ status: 200, body });
    expect(answer.headers).toMatchObject({
      'content-type': type,
      'cache-control': cache,
      'x-content-type-options': 'nosniff',
      'referrer-policy': 'same-origin',
      'cross-origin-opener-policy': 'same-origin',
    });
    expect(answer.headers['content-security-policy']).toMatch(/^default-src 'none'; script-src 'self';/);
    expect(await raw(url, { 'if-none-match': answer.headers.etag! })).toMatchObject({ status: 304, body: '' });
    expect(await raw(url, {}, 'HEAD')).toMatchObject({
      status: 200,
      body: '',
      headers: { 'content-length': String(body.length) },
    });
  });

  test('a directory without its slash leads to it', async () => {
    expect(await raw('/articles/rain?a=b')).toMatchObject({
      status: 301,
      headers: { location: '/articles/rain/?a=b' },
    });
  });

  test.each([
    '/nothing/',
    '/nothing',
    '/articles/',
    '/_redirects',
    '/_headers',
    '/index.html.br',
    '/.hidden',
    '/articles/%2e%2e/.hidden',
    '/%5f_redirects',
  ])('%s is not there, and a page says so', async (url) =>
    expect(await raw(url)).toMatchObject({ status: 404, body: 'not here' }),
  );

  test.each([
    '/../secret.txt',
    '/../../secret.txt',
    '/%2e%2e/%2e%2e/secret.txt',
    '/..%2f..%2fsecret.txt',
    '/articles/../../../secret.txt',
    '/articles%2frain/',
    '/articles\\rain/',
    '/%5c..%5c..%5csecret.txt',
    '//articles/rain',
    '//evil.example/%2f..',
    '/articles//rain/',
    '/index.html%00.css',
    '/%00',
    '/%',
    '/%ff',
    '/%c0%ae%c0%ae/secret.txt',
    `/${'a'.repeat(5_000)}`,
    '/index.html/',
    '/articles/rain/index.html/x',
  ])('%s leads nowhere', async (url) => {
    const answer = await raw(url);
    expect(answer.status).toBe(404);
    expect(answer.body).not.toContain('secret');
  });

  test('an absolute target is refused', async () => {
    expect((await raw('http://evil.example/')).status).toBe(400);
  });

  test('what moved and what is gone is known from the builder', async () => {
    expect(await raw('/articles/old/?a')).toMatchObject({ status: 301, headers: { location: '/articles/rain/?a' } });
    expect(await raw('/articles/old')).toMatchObject({ status: 301 });
    expect(await raw('/articles/gone/')).toMatchObject({ status: 410, body: 'taken down' });
    expect((await raw('/articles/evil/')).headers.location).toBeUndefined();
  });

  test.each(['POST', 'PUT', 'DELETE', 'PATCH', 'OPTIONS', 'PROPFIND'])('nobody can %s them', async (method) => {
    expect(await raw('/', {}, method)).toMatchObject({ status: 405, headers: { allow: 'GET, HEAD' } });
  });

  test('another release is served as soon as it is current', async () => {
    const own = await freshDirectory();
    const other = await startFrontServer({ siteDir: own });
    expect(await other.ask('/')).toMatchObject({ status: 503, headers: { 'retry-after': '5' } });
    for (const release of ['a', 'b']) {
      await fs.mkdir(path.join(own, 'releases', release, 'public'), { recursive: true });
      await fs.writeFile(path.join(own, 'releases', release, 'public', 'index.html'), release);
      await fs.symlink(path.join('releases', release), path.join(own, 'next'));
      await fs.rename(path.join(own, 'next'), path.join(own, 'current'));
      expect((await other.ask('/')).body).toBe(release);
    }
  });
});

describe('compressed siblings', () => {
  const type = 'text/html; charset=utf-8';
  let etags: (string | undefined)[];
  beforeAll(async () => {
    await writeRelease(siteDir, {
      'topics/water/index.html': 'plain bytes',
      'topics/water/index.html.br': 'brotli bytes',
      'topics/water/index.html.gz': 'gzip bytes',
      'topics/wind/index.html': 'plain wind',
      'topics/wind/index.html.gz': 'gzip wind',
    });
    const answers = await Promise.all(
      ['br', 'gzip', ''].map((accepted) => raw('/topics/water/', { 'accept-encoding': accepted })),
    );
    etags = answers.map(({ headers }) => headers.etag);
  });

  test.each([
    ['/topics/water/', 'gzip, deflate, br', 'brotli bytes', 'br'],
    ['/topics/water/', 'gzip', 'gzip bytes', 'gzip'],
    ['/topics/water/', 'br;q=0, *', 'gzip bytes', 'gzip'],
    ['/topics/water/', 'identity', 'plain bytes', undefined],
    ['/topics/wind/', 'br, gzip;q=0.1', 'gzip wind', 'gzip'],
    ['/articles/rain/', 'br, gzip', 'rain', undefined],
  ])('%s for who accepts %s', async (url, accepted, body, coding) => {
    const answer = await raw(url, { 'accept-encoding': accepted });
    expect(answer).toMatchObject({ status: 200, body });
    expect(answer.headers).toMatchObject({ 'content-type': type, vary: 'Accept-Encoding' });
    expect(answer.headers['content-encoding']).toBe(coding);
    const head = await raw(url, { 'accept-encoding': accepted }, 'HEAD');
    expect(head.headers).toMatchObject({ 'content-length': String(body.length), etag: answer.headers.etag });
  });

  test('each has a tag of its own, and what is known in one is not known in another', async () => {
    expect(new Set(etags).size).toBe(3);
    const [br, gzip] = etags;
    const ask = (accepted: string, tag: string) =>
      raw('/topics/water/', { 'accept-encoding': accepted, 'if-none-match': tag });
    expect(await ask('br', br!)).toMatchObject({
      status: 304,
      body: '',
      headers: { etag: br, vary: 'Accept-Encoding' },
    });
    expect(await ask('br', gzip!)).toMatchObject({ status: 200, body: 'brotli bytes' });
    expect(await ask('', br!)).toMatchObject({ status: 200, body: 'plain bytes' });
  });

  test('are no pages of their own', async () => {
    for (const url of ['/topics/water/index.html.br', '/topics/water/index.html.gz', '/topics/water/index.html%2ebr'])
      expect((await raw(url)).status).toBe(404);
  });
});

describe('a part of an image', () => {
  const image = '0123456789';
  beforeAll(() => writeRelease(siteDir, { 'media/0f.webp': image }));
  const part = (headers: Record<string, string>, method = 'GET') => raw('/media/0f.webp', headers, method);

  test('is sent', async () => {
    expect(await part({ range: 'bytes=2-4' })).toMatchObject({
      status: 206,
      body: '234',
      headers: { 'content-range': 'bytes 2-4/10', 'content-length': '3', 'accept-ranges': 'bytes' },
    });
    expect(await part({ range: 'bytes=-3' })).toMatchObject({ status: 206, body: '789' });
  });

  test('that is not there is refused', async () => {
    expect(await part({ range: 'bytes=10-' })).toMatchObject({
      status: 416,
      headers: { 'content-range': 'bytes */10' },
    });
  });

  test('is the whole where it is not of the image that the client knows, or of text', async () => {
    const { etag } = (await part({})).headers;
    expect(await part({ range: 'bytes=2-4', 'if-range': etag! })).toMatchObject({ status: 206 });
    expect(await part({ range: 'bytes=2-4', 'if-range': '"another"' })).toMatchObject({ status: 200, body: image });
    expect(await part({ range: 'bytes=0-1,3-4' })).toMatchObject({ status: 200, body: image });
    expect(await part({ range: 'bytes=2-4' }, 'HEAD')).toMatchObject({ status: 200 });
    expect(await raw('/', { range: 'bytes=0-1' })).toMatchObject({ status: 200, body: 'front page' });
  });
});

test('one of a hundred thousand addresses that were left leads on, or is gone, as soon as it is known', async () => {
  const own = await freshDirectory();
  const other = await startFrontServer({ siteDir: own });
  const publicDir = path.join(own, 'releases', 'a', 'public');
  await fs.mkdir(publicDir, { recursive: true });
  await fs.symlink(path.join('releases', 'a'), path.join(own, 'current'));
  const slugs = Array.from({ length: 100_000 }, (_, number) => `story-${number}`).sort();
  const file = (verdict: (slug: string) => string) =>
    slugs.map((slug) => `/articles/${slug}/ ${verdict(slug)}\n`).join('');
  await fs.writeFile(
    path.join(publicDir, '_redirects'),
    file((slug) => `/articles/${slug}-now/ 301`),
  );
  for (const slug of ['story-0', 'story-54321', 'story-99999'])
    expect((await other.ask(`/articles/${slug}/`)).headers.location).toBe(`/articles/${slug}-now/`);
  const next = path.join(own, 'next');
  await fs.writeFile(
    next,
    file(() => '/410.html 410'),
  );
  await fs.rename(next, path.join(publicDir, '_redirects'));
  expect((await other.ask('/articles/story-54321/')).status).toBe(410);
  expect((await other.ask('/articles/story-100000/')).status).toBe(404);
});
