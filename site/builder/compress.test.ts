import { brotliDecompressSync, gunzipSync } from 'node:zlib';
import { expect, test } from 'vitest';
import { compress } from './compress.ts';

const page = new TextEncoder().encode('<p>The river rose by a metre.</p>'.repeat(100));

test('text is compressed in two ways, each of which gives it back', async () => {
  const [br, gz] = await compress(page, 'page');
  expect([br?.ending, gz?.ending]).toEqual(['.br', '.gz']);
  expect(brotliDecompressSync(br!.bytes)).toEqual(Buffer.from(page));
  expect(gunzipSync(gz!.bytes)).toEqual(Buffer.from(page));
});

test('the same bytes are compressed to the same', async () => {
  expect(await compress(page, 'asset')).toEqual(await compress(page, 'asset'));
});

test('what would save nothing is left out', async () => {
  expect(await compress(page.slice(0, 200), 'page')).toEqual([]);
  const noise = crypto.getRandomValues(new Uint8Array(4_000));
  expect(await compress(noise, 'page')).toEqual([]);
});
