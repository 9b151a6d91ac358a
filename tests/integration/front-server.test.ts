import fs from 'node:fs/promises';
import http from 'node:http';
import net from 'node:net';
import path from 'node:path';
import type { AddressInfo } from 'node:net';
import { beforeAll, describe, expect, test } from 'vitest';
import { createFrontServer } from '../../cms/server/front-server.ts';
import { atEnd } from '../support/at-end.ts';
import { freshDirectory } from '../support/newsroom.ts';

const publicURL = 'http://localhost:4321';
let siteDir: string;
let base: string;
let port: number;
let upstream: http.Server;

async function listen(server: http.Server): Promise<number> {
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  atEnd(() => new Promise<void>((resolve) => (server.closeAllConnections(), server.close(() => resolve()))));
  return (server.address() as AddressInfo).port;
}

const away = () => Promise.reject(Object.assign(new Error('connect ECONNREFUSED'), { code: 'ECONNREFUSED' }));

async function front(more: { siteDir?: string; adminURL?: string; adminUpstream?: string } = {}): Promise<number> {
  return await listen(
    createFrontServer({
      siteDir,
      publicURL,
      adminURL: publicURL,
      adminUpstream: undefined,
      api: { options: { publicURL, mail: { from: 'a@example.org' } }, getPayload: away },
      ...more,
    }),
  );
}

/** A request exactly as written, which `fetch` would tidy up. */
function raw(
  target: string,
  headers: Record<string, string> = {},
  method = 'GET',
  to = port,
): Promise<{ status: number; headers: http.IncomingHttpHeaders; body: string }> {
  return new Promise((resolve, reject) => {
    const request = http.request({ host: '127.0.0.1', port: to, path: target, method, headers }, (response) => {
      let body = '';
      response.setEncoding('utf8').on('data', (chunk) => (body += chunk));
      response.on('end', () => resolve({ status: response.statusCode ?? 0, headers: response.headers, body }));
    });
    request.on('error', reject).end();
  });
}

async function write(release: string, files: Record<string, string>): Promise<void> {
  for (const [name, text] of Object.entries(files)) {
    const file = path.join(siteDir, 'releases', release, 'public', name);
    await fs.mkdir(path.dirname(file), { recursive: true });
    await fs.writeFile(file, text);
  }
  await fs.rm(path.join(siteDir, 'current'), { force: true });
  await fs.symlink(path.join('releases', release), path.join(siteDir, 'current'));
}

beforeAll(async () => {
  siteDir = await freshDirectory();
  await fs.writeFile(path.join(siteDir, 'secret.txt'), 'secret');
  await write('one', {
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
  upstream = http.createServer((req, res) => res.end(JSON.stringify({ url: req.url, headers: req.headers })));
  upstream.on('upgrade', (_req, socket) =>
    socket.end('HTTP/1.1 101 Switching Protocols\r\nConnection: Upgrade\r\nUpgrade: websocket\r\n\r\nhello'),
  );
  const upstreamPort = await listen(upstream);
  port = await front({ adminUpstream: `http://127.0.0.1:${upstreamPort}` });
  base = `http://127.0.0.1:${port}`;
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
    const at = await front({ siteDir: own });
    expect(await raw('/', {}, 'GET', at)).toMatchObject({ status: 503, headers: { 'retry-after': '5' } });
    for (const release of ['a', 'b']) {
      await fs.mkdir(path.join(own, 'releases', release, 'public'), { recursive: true });
      await fs.writeFile(path.join(own, 'releases', release, 'public', 'index.html'), release);
      await fs.symlink(path.join('releases', release), path.join(own, 'next'));
      await fs.rename(path.join(own, 'next'), path.join(own, 'current'));
      expect((await raw('/', {}, 'GET', at)).body).toBe(release);
    }
  });
});

describe('compressed siblings', () => {
  const type = 'text/html; charset=utf-8';
  let etags: (string | undefined)[];
  beforeAll(async () => {
    await write('one', {
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
  beforeAll(() => write('one', { 'media/0f.webp': image }));
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
  const at = await front({ siteDir: own });
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
    expect((await raw(`/articles/${slug}/`, {}, 'GET', at)).headers.location).toBe(`/articles/${slug}-now/`);
  const next = path.join(own, 'next');
  await fs.writeFile(
    next,
    file(() => '/410.html 410'),
  );
  await fs.rename(next, path.join(publicDir, '_redirects'));
  expect((await raw('/articles/story-54321/', {}, 'GET', at)).status).toBe(410);
  expect((await raw('/articles/story-100000/', {}, 'GET', at)).status).toBe(404);
});

describe('the API', () => {
  test.each([
    '/api',
    '/api/',
    '/api/reader',
    '/api/reader/',
    '/api/reader/nothing',
    '/api/reader/login/',
    '/api/reader/%6cogin',
    '/api/readers',
    '/api/users',
    '/api/reader/../users',
    '/api?x',
  ])('%s is nothing, before Payload is asked', async (url) => {
    const answer = await raw(url);
    expect(answer.status).toBe(404);
    expect(answer.headers['content-type']).toBe('application/problem+json');
    expect(JSON.parse(answer.body)).toMatchObject({ code: 'not-found' });
  });

  test.each([
    ['DELETE', '/api/reader/comments', 'GET, HEAD, POST'],
    ['GET', '/api/reader/logout', 'POST'],
    ['POST', '/api/reader/me', 'GET, HEAD'],
    ['OPTIONS', '/api/reader/login', 'GET, HEAD, POST'],
  ])('%s of %s is not done', async (method, url, allow) => {
    const answer = await raw(url, {}, method);
    expect(answer.status).toBe(405);
    expect(answer.headers.allow?.split(', ').sort()).toEqual(allow.split(', '));
  });

  test('is paused, politely, without a database; the text stays in the form', async () => {
    const me = await fetch(`${base}/api/reader/me`);
    expect(me.status).toBe(503);
    expect(me.headers.get('retry-after')).toBe('30');
    expect(await me.json()).toMatchObject({ code: 'paused' });
    const posted = await fetch(`${base}/api/reader/comments`, {
      method: 'POST',
      headers: { origin: publicURL },
      body: new URLSearchParams({ article: 'x', key: 'y', body: 'What I <typed>' }),
    });
    expect(posted.status).toBe(503);
    const html = await posted.text();
    expect(html).toContain('What I &lt;typed&gt;');
    expect(html).toContain('Posting is paused');
  });

  test('a body that is too large is refused before it is read', async () => {
    const answer = await raw('/api/reader/comments', { 'content-length': '70000', origin: publicURL }, 'POST').catch(
      () => ({ status: 413 }),
    );
    expect(answer.status).toBe(413);
  });

  test('a body without a stated length is cut off', async () => {
    const status = await new Promise<number>((resolve, reject) => {
      const request = http.request({
        host: '127.0.0.1',
        port,
        path: '/api/reader/comments',
        method: 'POST',
        headers: { origin: publicURL },
      });
      request.on('response', (response) => resolve((response.resume(), response.statusCode ?? 0)));
      request.on('error', reject);
      request.write('a'.repeat(65_537));
    });
    expect(status).toBe(413);
  });
});

describe('the desk', () => {
  test('is passed on, with the host that was asked for', async () => {
    const answer = await raw('/admin/collections?x=1', {
      host: 'news.example',
      'x-forwarded-host': 'evil.example',
      cookie: 'payload-token=x',
    });
    const { url, headers } = JSON.parse(answer.body) as { url: string; headers: Record<string, string> };
    expect(url).toBe('/admin/collections?x=1');
    expect(headers).toMatchObject({
      host: 'news.example',
      'x-forwarded-host': 'news.example',
      'x-forwarded-proto': 'http',
      cookie: 'payload-token=x',
    });
    expect(answer.headers['content-security-policy']).toBeUndefined();
  });

  test.each([
    '/admin/api/reader/login',
    '/admin/api//reader/me',
    '/admin/api/%72eader/me',
    '/admin/api/READER/me',
    '/admin/api/./reader/me',
    '/admin/x/%2e%2e/api/reader/me',
  ])('is no way round to the reader API: %s', async (url) => expect((await raw(url)).status).toBe(404));

  test('upgrades', async () => {
    const socket = net.connect(port, '127.0.0.1');
    socket.write(
      'GET /admin/_next/webpack-hmr HTTP/1.1\r\nHost: localhost\r\nConnection: Upgrade\r\nUpgrade: websocket\r\n\r\n',
    );
    let seen = '';
    for await (const chunk of socket) seen += String(chunk);
    expect(seen).toContain('101 Switching Protocols');
    expect(seen).toContain('hello');
  });

  test('is said to be down when it is', async () => {
    const at = await front({ adminUpstream: 'http://127.0.0.1:9' });
    const answer = await raw('/admin', {}, 'GET', at);
    expect(answer).toMatchObject({ status: 502 });
    expect(answer.body).toContain('not running');
  });

  test('is only where it says that it is', async () => {
    const adminUpstream = `http://127.0.0.1:${(upstream.address() as AddressInfo).port}`;
    const at = await front({ adminURL: 'http://desk.example', adminUpstream });
    expect((await raw('/admin', { host: 'localhost:4321' }, 'GET', at)).status).toBe(404);
    expect((await raw('/admin', { host: 'desk.example' }, 'GET', at)).status).toBe(200);
    expect((await raw('/', { host: 'desk.example' }, 'GET', at)).status).toBe(404);
  });
});
