import fc from 'fast-check';
import { expect, test } from 'vitest';
import { wholeLines } from './whole-lines.ts';

async function* inPieces(bytes: Uint8Array, cuts: number[]): AsyncGenerator<Uint8Array> {
  const at = [0, ...cuts.map((cut) => cut % (bytes.length + 1)).sort((a, b) => a - b), bytes.length];
  for (let index = 1; index < at.length; index++) yield bytes.subarray(at[index - 1], at[index]);
}

async function read(bytes: Uint8Array, cuts: number[] = []): Promise<string[]> {
  const lines: string[] = [];
  for await (const line of wholeLines(inPieces(bytes, cuts))) lines.push(line);
  return lines;
}

test('lines come out as they went in, however the bytes are cut, in the middle of a letter too', async () => {
  const line = fc.string({ unit: 'grapheme', minLength: 1 }).filter((text) => !text.includes('\n'));
  await fc.assert(
    fc.asyncProperty(fc.array(line), fc.array(fc.nat()), async (lines, cuts) => {
      const bytes = new TextEncoder().encode(lines.map((text) => `${text}\n`).join(''));
      expect(await read(bytes, cuts)).toEqual(lines);
    }),
  );
});

test('what was cut off is left out, wherever that was', async () => {
  const bytes = new TextEncoder().encode('{"one":"ö"}\n{"two":"ß"}\n');
  for (let length = 0; length <= bytes.length; length++) {
    const whole = length < 13 ? 0 : length < bytes.length ? 1 : 2;
    expect(await read(bytes.subarray(0, length))).toHaveLength(whole);
  }
});
