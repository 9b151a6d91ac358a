import { once } from 'node:events';
import http from 'node:http';
import net from 'node:net';
import { beforeAll, describe, expect, test } from 'vitest';
import { listen } from '../support/listen.ts';
import { freshDirectory } from '../support/newsroom.ts';
import { startFrontServer, writeRelease, type FrontServer } from './front-server.ts';
import { publicURL } from './reader-client.ts';

let siteDir: string;
let port: number;
let adminUpstream: string;
let server: FrontServer;
const raw: FrontServer['ask'] = (...request) => server.ask(...request);

beforeAll(async () => {
  siteDir = await freshDirectory();
  await writeRelease(siteDir, { 'index.html': 'front page' });
  const upstream = http.createServer((req, res) => {
    if (req.url === '/admin/framed') res.setHeader('content-security-policy', "default-src 'none'");
    res.end(JSON.stringify({ url: req.url, headers: req.headers }));
  });
  upstream.on('upgrade', (_req, socket) =>
    socket.end('HTTP/1.1 101 Switching Protocols\r\nConnection: Upgrade\r\nUpgrade: websocket\r\n\r\nhello'),
  );
  adminUpstream = await listen(upstream);
  server = await startFrontServer({ siteDir, adminUpstream });
  port = server.port;
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

  test.each([
    ['GET', '/api/reader/logout', 405, 'That cannot be done here'],
    ['GET', '/api/reader/nothing', 404, 'There is nothing here'],
    ['GET', '/api/reader/me', 503, 'Posting is paused'],
  ])('a browser that is led to %s of %s gets a page', async (method, url, status, said) => {
    const answer = await raw(url, { accept: 'text/html,*/*;q=0.8' }, method);
    expect(answer.status).toBe(status);
    expect(answer.headers['content-type']).toBe('text/html; charset=utf-8');
    expect(answer.headers['content-security-policy']).toContain("default-src 'none'");
    expect(answer.body).toContain(said);
  });

  test('is paused, politely, without a database; the text stays in the form', async () => {
    const me = await fetch(`http://127.0.0.1:${port}/api/reader/me`);
    expect(me.status).toBe(503);
    expect(me.headers.get('retry-after')).toBe('30');
    expect(await me.json()).toMatchObject({ code: 'paused' });
    const posted = await fetch(`http://127.0.0.1:${port}/api/reader/comments`, {
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

  test('a body that stops coming is not waited for', async () => {
    const other = await startFrontServer({ siteDir, slowest: 50 });
    const socket = net.connect(other.port, '127.0.0.1');
    socket.write(
      `POST /api/reader/comments HTTP/1.1\r\nHost: localhost\r\nOrigin: ${publicURL}\r\nContent-Length: 1000\r\n\r\n{"body":`,
    );
    let seen = '';
    socket.on('data', (chunk) => (seen += String(chunk)));
    // Nothing more is sent, and nobody but the server ends it.
    await once(socket, 'close');
    expect(seen).toBe('');
    expect((await other.ask('/')).status).toBe(200);
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
  });

  test('has a policy for each answer, which the desk is told and no browser chooses', async () => {
    const own = "script-src 'nonce-chosen' 'unsafe-inline'";
    const answers = [await raw('/admin', { 'content-security-policy': own }), await raw('/admin')];
    const policies = answers.map(({ headers }) => String(headers['content-security-policy']));
    expect(new Set(policies).size).toBe(2);
    for (const [index, policy] of policies.entries()) {
      expect(policy).toMatch(/script-src 'self' 'nonce-[\w+/]{22}==' 'strict-dynamic';/);
      expect(policy).not.toMatch(/unsafe-eval|script-src [^;]*unsafe|chosen/);
      const told = JSON.parse(answers[index]!.body) as { headers: Record<string, string> };
      expect(told.headers['content-security-policy']).toBe(policy);
    }
    expect((await raw('/admin/framed')).headers['content-security-policy']).toBe("default-src 'none'");
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
    const other = await startFrontServer({ siteDir, adminUpstream: 'http://127.0.0.1:9' });
    const answer = await other.ask('/admin');
    expect(answer).toMatchObject({ status: 502 });
    expect(answer.body).toContain('not running');
  });

  test('is only where it says that it is', async () => {
    const other = await startFrontServer({ siteDir, adminURL: 'http://desk.example', adminUpstream });
    expect((await other.ask('/admin', { host: 'localhost:4321' })).status).toBe(404);
    expect((await other.ask('/admin', { host: 'desk.example' })).status).toBe(200);
    expect((await other.ask('/', { host: 'desk.example' })).status).toBe(404);
  });
});
