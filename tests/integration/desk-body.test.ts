import { createHash } from 'node:crypto';
import { once } from 'node:events';
import http from 'node:http';
import net from 'node:net';
import { beforeAll, beforeEach, expect, test } from 'vitest';
import { listen } from '../support/listen.ts';
import { freshDirectory } from '../support/newsroom.ts';
import { startFrontServer } from './front-server.ts';

const megabyte = 1024 * 1024;
const json = { 'content-type': 'application/json' };
const files = { 'content-type': 'multipart/form-data; boundary=x' };

let port: number;
let upstream: http.Server;
/** What the desk was asked: how much came, and whether it came to its end. */
let asked: { headers: http.IncomingHttpHeaders; size: number; over: Promise<boolean> }[];

beforeEach(() => void (asked = []));
beforeAll(async () => {
  upstream = http.createServer((req, res) => {
    const over = new Promise<boolean>((resolve) => req.on('close', () => resolve(req.complete)));
    const seen = { headers: req.headers, size: 0, over };
    asked.push(seen);
    const hash = createHash('sha256');
    req.on('data', (chunk: Buffer) => {
      if (seen.size === 0 && req.url === '/admin/at-once') res.write('begun ');
      seen.size += chunk.length;
      hash.update(chunk);
    });
    req.on('error', () => {});
    req.on('end', () => res.end(hash.digest('hex')));
  });
  ({ port } = await startFrontServer({ siteDir: await freshDirectory(), adminUpstream: await listen(upstream) }));
});

const send = (headers: http.OutgoingHttpHeaders, path = '/admin/api/users/login') => {
  const request = http.request({ host: '127.0.0.1', port, path, method: 'POST', headers });
  const answer = new Promise<http.IncomingMessage>((resolve, reject) =>
    request.on('response', resolve).on('error', reject),
  );
  return { request, answer };
};

async function textOf(response: http.IncomingMessage): Promise<string> {
  let text = '';
  for await (const chunk of response.setEncoding('utf8')) text += String(chunk);
  return text;
}

async function expectRefusal(response: http.IncomingMessage) {
  expect(response.statusCode).toBe(413);
  expect(response.headers).toMatchObject({ 'content-type': 'application/problem+json', connection: 'close' });
  const problem = JSON.parse(await textOf(response)) as { code: string; errors: { message: string }[] };
  expect(problem.code).toBe('too-large');
  expect(problem.errors[0]?.message).toContain('The desk takes 10 MB at once');
}

test.each([
  ['JSON', json, 10],
  ['what says no type', {}, 10],
  ['a form with files', files, 50],
])('%s that says to be too large is refused before anything of it is read', async (_, type, most) => {
  const { request, answer } = send({ ...type, 'content-length': most * megabyte + 1 });
  request.flushHeaders();
  await expectRefusal(await answer);
  request.destroy();
  expect(asked).toEqual([]);
});

test.each([
  ['JSON', json, 10],
  ['a form with files', files, 50],
])('%s that does not say how long it is is cut off, and so is what was passed on', async (_, type, most) => {
  const { request, answer } = send(type);
  const piece = Buffer.alloc(megabyte, 'a');
  for (let sent = 0; sent < most; sent++) if (!request.write(piece)) await once(request, 'drain');
  request.write('a');
  await expectRefusal(await answer);
  request.destroy();
  expect(asked).toHaveLength(1);
  expect(await asked[0]!.over).toBe(false);
  expect(asked[0]!.size).toBeLessThanOrEqual(most * megabyte);
  const open = await new Promise<number>((resolve) => upstream.getConnections((_error, count) => resolve(count)));
  expect(open, 'connections to the desk that are left').toBe(0);
});

test.each([
  ['JSON', json, 10],
  ['a form with files', files, 50],
])('%s that is just not too large comes whole, with a length or without', async (_, type, most) => {
  const body = Buffer.alloc(most * megabyte, 'abc');
  const hash = createHash('sha256').update(body).digest('hex');
  for (const length of [{ 'content-length': body.length }, { expect: '100-continue' }]) {
    const { request, answer } = send({ ...type, ...length });
    request.end(body);
    expect(await textOf(await answer)).toBe(hash);
  }
});

test('what has no length is passed on as it comes', async () => {
  const { request, answer } = send(json, '/admin/at-once');
  request.write('{"one":');
  const response = await answer;
  const [begun] = (await once(response, 'data')) as [Buffer];
  expect(String(begun)).toBe('begun ');
  request.end('1}');
  expect(await textOf(response)).toBe(createHash('sha256').update('{"one":1}').digest('hex'));
});

test('whoever sends on is still told, and whoever only waits is not waited for', async () => {
  const told = await fetch(`http://127.0.0.1:${port}/admin/api/users/login`, {
    method: 'POST',
    headers: json,
    body: Buffer.alloc(20 * megabyte, 'a'),
  });
  expect(told.status).toBe(413);
  const socket = net.connect(port, '127.0.0.1');
  socket.write(`POST /admin/api/users HTTP/1.1\r\nHost: localhost\r\nContent-Length: ${11 * megabyte}\r\n\r\n{`);
  let seen = '';
  socket.on('data', (chunk) => (seen += String(chunk)));
  // Nothing more is sent, and nobody but the server ends it.
  await once(socket, 'close');
  expect(seen).toMatch(/^HTTP\/1\.1 413 /);
  expect(asked).toEqual([]);
});
