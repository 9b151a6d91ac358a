import { createGunzip } from 'node:zlib';
import { Readable } from 'node:stream';
import { UnreadableFile, type ForeignFile } from './foreign.ts';

const newline = 10;
/** In bytes: an XML declaration is shorter. */
const lengthOfStart = 256;

/** The same bytes, the first piece long enough to tell from it what they are. */
async function* withStart(bytes: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
  let start: Buffer | undefined = Buffer.alloc(0);
  for await (const piece of bytes) {
    if (!start) {
      yield piece;
      continue;
    }
    start = Buffer.concat([start, piece]);
    if (start.length < lengthOfStart) continue;
    yield start;
    start = undefined;
  }
  if (start && start.length > 0) yield start;
}

/** Unpacks what was packed with gzip, known by its first bytes, and passes on the rest. */
async function* unpack({ name, bytes }: ForeignFile): AsyncGenerator<Uint8Array> {
  const source = withStart(bytes);
  const first = await source.next();
  if (first.done) throw new UnreadableFile(name, 1, 'There is nothing in it.');
  async function* all() {
    yield first.value as Uint8Array;
    yield* source;
  }
  if (first.value[0] !== 0x1f || first.value[1] !== 0x8b) return yield* all();
  const input = Readable.from(all());
  const gunzip = createGunzip();
  input.on('error', (error) => gunzip.destroy(error));
  yield* withStart(input.pipe(gunzip));
}

function encodingOf(start: Uint8Array): string {
  if (start[0] === 0xff && start[1] === 0xfe) return 'utf-16le';
  if (start[0] === 0xfe && start[1] === 0xff) return 'utf-16be';
  const declared = /^\s*(?:\u00ef\u00bb\u00bf)?<\?xml[^>]*encoding=["']([\w.-]+)["']/.exec(
    Buffer.from(start.subarray(0, 200)).toString('latin1'),
  );
  return declared?.[1] ?? 'utf-8';
}

function decoderFor(name: string, encoding: string) {
  try {
    return new TextDecoder(encoding, { fatal: true });
  } catch {
    throw new UnreadableFile(name, 1, `Its encoding, “${encoding}”, is unknown here. Save it as UTF-8.`);
  }
}

/**
 * A file's text, piece by piece, unpacked where it was packed: in the encoding that its XML declaration names, or UTF-8.
 * @throws {@link UnreadableFile} for bytes that are no text of that encoding, and for a packed file that is cut.
 */
export async function* decode(file: ForeignFile): AsyncGenerator<string> {
  let decoder: TextDecoder | undefined;
  let encoding = '';
  let line = 1;
  try {
    for await (const chunk of unpack(file)) {
      if (!decoder) {
        encoding = encodingOf(chunk);
        decoder = decoderFor(file.name, encoding);
      }
      // By lines, so that what is wrong has one.
      for (let start = 0; start < chunk.length;) {
        const end = chunk.indexOf(newline, start) + 1 || chunk.length;
        yield decoder.decode(chunk.subarray(start, end), { stream: true });
        if (chunk[end - 1] === newline) line++;
        start = end;
      }
    }
    const rest = decoder?.decode();
    if (rest) yield rest;
  } catch (error) {
    if (error instanceof UnreadableFile) throw error;
    const { code } = error as { code?: string };
    if (code === 'ERR_ENCODING_INVALID_ENCODED_DATA')
      throw new UnreadableFile(
        file.name,
        line,
        `This is no text in ${encoding}. Was the file saved in another encoding?`,
      );
    if (code?.startsWith('Z_'))
      throw new UnreadableFile(file.name, line, 'The packed file is cut or damaged. Make or fetch it again.');
    throw error;
  }
}
