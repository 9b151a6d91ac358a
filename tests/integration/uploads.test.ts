import { existsSync } from 'node:fs';
import fs from 'node:fs/promises';
import path from 'node:path';
import sharp from 'sharp';
import { beforeAll, expect, test } from 'vitest';
import { openDesk, type Desk } from './desk.ts';

let desk: Desk;
let directory: string;
let png: Buffer;
let ask: (method: string, url: string, body?: FormData) => Promise<Response>;

beforeAll(async () => {
  desk = await openDesk();
  desk.payload.logger.level = 'fatal';
  directory = String(desk.payload.collections.media?.config.upload.staticDir);
  png = await picture().png().toBuffer();
  const { config, handleEndpoints } = await import('../../cms/commands/open-payload.ts');
  const headers = { authorization: `JWT ${desk.staff.reporter.token}` };
  ask = (method, url, body) =>
    handleEndpoints({
      config,
      request: new Request(`http://localhost:4321/admin/api${url}`, { method, headers, ...(body && { body }) }),
    });
});

const picture = () => sharp({ create: { width: 64, height: 32, channels: 3, background: 'teal' } });
const html = Buffer.from('<!doctype html><script>alert(1)</script>');
const svg = Buffer.from('<svg xmlns="http://www.w3.org/2000/svg" onload="alert(1)"><script>alert(1)</script></svg>');

async function upload(name: string, type: string, bytes: Buffer) {
  const body = new FormData();
  body.set('file', new File([new Uint8Array(bytes)], name, { type }));
  body.set('_payload', JSON.stringify({ alt: 'A ferry' }));
  const answer = await ask('POST', '/media', body);
  const { doc } = (await answer.json()) as { doc?: { filename: string; mimeType: string } };
  return { status: answer.status, doc };
}

const kept = async () => (existsSync(directory) ? (await fs.readdir(directory)).length : 0);
const jpegHead = Buffer.from([0xff, 0xd8, 0xff, 0xe0]);
const pngHead = Buffer.from('\x89PNG\r\n\x1a\n', 'latin1');

test.each<[string, string, string, () => Buffer]>([
  ['an SVG', 'a.svg', 'image/svg+xml', () => svg],
  [
    'an SVG with a prologue',
    'a.svg',
    'image/svg+xml',
    () => Buffer.concat([Buffer.from('<?xml version="1.0"?>'), svg]),
  ],
  ['an SVG under another name', 'a.png', 'image/png', () => svg],
  ['an SVG that says what it is under another name', 'a.png', 'image/svg+xml', () => svg],
  ['a page', 'a.html', 'text/html', () => html],
  ['a page under another name', 'a.png', 'image/png', () => html],
  ['a page that says what it is under another name', 'a.png', 'text/html', () => html],
  ['a page that begins as a JPEG does', 'a.jpg', 'image/jpeg', () => Buffer.concat([jpegHead, html])],
  ['a page that begins as a PNG does', 'a.png', 'image/png', () => Buffer.concat([pngHead, html])],
  ['a GIF that is script', 'a.gif', 'image/gif', () => Buffer.from('GIF89a/*\x01\x00*/=1;alert(1)//')],
  ['script that says that it is a PNG', 'a.js', 'image/png', () => Buffer.from('alert(1)')],
  ['an image under the name of a page', 'a.html', 'image/png', () => png],
  ['an image under two names', 'a.png.html', 'image/png', () => Buffer.concat([png, html])],
  ['nothing', 'a.png', 'image/png', () => Buffer.alloc(0)],
  ['half an image', 'a.png', 'image/png', () => png.subarray(0, 40)],
])('%s is not taken', async (_what, name, type, bytes) => {
  const before = await kept();
  expect(await upload(name, type, bytes())).toEqual({ status: 400, doc: undefined });
  expect(await kept()).toBe(before);
});

test('an image of more bytes, or more pixels, than any camera makes is not taken', async () => {
  const before = await kept();
  const heavy = Buffer.concat([png, Buffer.alloc(20 * 1024 * 1024)]);
  expect((await upload('heavy.png', 'image/png', heavy)).status).toBe(413);
  const wide = Buffer.from(png);
  // The header's width and height, and its checksum.
  wide.writeUInt32BE(100_000, 16);
  wide.writeUInt32BE(100_000, 20);
  expect((await upload('wide.png', 'image/png', wide)).status).toBe(400);
  expect(await kept()).toBe(before);
});

test.each([
  ['jpeg', 'a.JPG'],
  ['png', 'a.png'],
  ['webp', 'a.webp'],
  ['avif', 'a.avif'],
] as const)('a %s is taken, as %s, and sent as what it is', async (format, name) => {
  const { status, doc } = await upload(name, 'application/octet-stream', await picture().toFormat(format).toBuffer());
  expect(status).toBe(201);
  expect(doc).toMatchObject({ mimeType: `image/${format}` });
  const file = await ask('GET', `/media/file/${doc?.filename}`);
  expect(Object.fromEntries(file.headers)).toMatchObject({
    'content-type': `image/${format}`,
    'x-content-type-options': 'nosniff',
    'content-security-policy': "default-src 'none'; sandbox",
  });
});

test('what hangs on to an image does not reach readers, and a name leads nowhere else', async () => {
  const { status, doc } = await upload('../../../../tmp/"><img>evil.png', 'image/png', Buffer.concat([png, html]));
  expect(status).toBe(201);
  expect(doc?.filename).toMatch(/^[^/\\<>"]+\.png$/);
  expect(existsSync(path.join(directory, String(doc?.filename)))).toBe(true);
  const files = (await fs.readdir(directory)).filter((name) => name.endsWith('.webp') && name.includes('evil'));
  expect(files.length).toBeGreaterThan(0);
  for (const name of files) expect(await fs.readFile(path.join(directory, name), 'latin1')).not.toContain('<script>');
});
