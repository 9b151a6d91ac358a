import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { brotliDecompressSync, gunzipSync } from 'node:zlib';
import { expect, onTestFinished, test } from 'vitest';
import { directoryTarget } from './directory-target.ts';

function freshTarget({ isDurable = true } = {}) {
  const directory = mkdtempSync(join(tmpdir(), 'dateline-test-'));
  onTestFinished(() => rmSync(directory, { recursive: true }));
  const outlet = { publicDir: join(directory, 'public'), incoming: join(directory, 'incoming') };
  for (const folder of Object.values(outlet)) mkdirSync(folder);
  const has = (file: string) => existsSync(join(outlet.publicDir, file));
  const read = (file: string) => readFileSync(join(outlet.publicDir, file), 'utf8');
  return { ...outlet, target: directoryTarget(outlet, { isDurable: () => isDurable, precompress: true }), has, read };
}

const story = (text: string) => `<p>${text}</p>`.repeat(200);
const bytes = (text: string) => new TextEncoder().encode(text);

test.each([true, false])('what is put is there whole, and nothing half written; durable: %s', async (isDurable) => {
  const { target, read, incoming } = freshTarget({ isDurable });
  const paths = Array.from({ length: 40 }, (_, number) => `/articles/story-${number}/`);
  await Promise.all(paths.map((path) => target.put(path, bytes(path))));
  await target.put('/articles/story-1/', bytes('written again'));
  await target.settle();
  expect(read('articles/story-39/index.html')).toBe('/articles/story-39/');
  expect(read('articles/story-1/index.html')).toBe('written again');
  expect(readdirSync(incoming)).toEqual([]);
});

test('what is removed takes the folders along that are empty then', async () => {
  const { target, has } = freshTarget();
  await target.put('/archive/2026/02/', bytes('February'));
  await target.put('/archive/2026/02/1/', bytes('the first page'));
  await target.remove('/archive/2026/02/');
  await target.settle();
  expect(has('archive/2026/02/index.html')).toBe(false);
  expect(has('archive/2026/02/1/index.html')).toBe(true);
  await target.remove('/archive/2026/02/1/');
  await target.remove('/archive/2026/02/1/');
  await target.settle();
  expect(has('archive')).toBe(false);
  expect(has('')).toBe(true);
});

test('what has to wait for another is made ready, and not in place before it', async () => {
  const { target, has } = freshTarget();
  const first = Promise.withResolvers<void>();
  const second = target.put('/', bytes('a list that links to it'), first.promise);
  await target.put('/articles/new/', bytes('the article'));
  expect(has('index.html')).toBe(false);
  first.resolve();
  await second;
  expect(has('index.html')).toBe(true);
});

test('a page has compressed siblings of its own bytes, and loses those that it needs no more', async () => {
  const { target, has, read, publicDir } = freshTarget();
  const siblings = ['index.html.br', 'index.html.gz'];
  for (const text of [story('The river rose.'), story('The river fell.')]) {
    await target.put('/', bytes(text));
    expect(read('index.html')).toBe(text);
    expect(brotliDecompressSync(readFileSync(join(publicDir, 'index.html.br'))).toString()).toBe(text);
    expect(gunzipSync(readFileSync(join(publicDir, 'index.html.gz'))).toString()).toBe(text);
  }
  await target.put('/media/0.webp', bytes(story('An image.')));
  expect(readdirSync(join(publicDir, 'media'))).toEqual(['0.webp']);
  await target.put('/', bytes('Short.'));
  expect(siblings.filter(has)).toEqual([]);
  await target.put('/', bytes(story('Long again.')));
  await target.remove('/');
  expect([...siblings, 'index.html'].filter(has)).toEqual([]);
});

test('a target that compresses nothing leaves no sibling of an older page behind', async () => {
  const outlet = freshTarget();
  await outlet.target.put('/', bytes(story('Compressed.')));
  const plain = directoryTarget(outlet, { precompress: false });
  await plain.put('/', bytes(story('Not compressed.')));
  expect(readdirSync(outlet.publicDir)).toEqual(['index.html']);
});

test('no path leads out of the site', async () => {
  const { target } = freshTarget();
  await expect(target.put('/../../stray', bytes(''))).rejects.toThrow('leads out of the site');
  await expect(target.remove('/%2e%2e/snapshot.sqlite')).rejects.toThrow('leads out of the site');
});
