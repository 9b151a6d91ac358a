import { decode } from './decode.ts';
import { UnreadableFile, type ForeignFile } from './foreign.ts';

/** In UTF-16 code units. Longer ones are no comment. */
const longest = 16 * 1024 * 1024;

/** A file's lines that hold anything, counted from 1. */
async function* readLines(file: ForeignFile): AsyncGenerator<{ line: number; text: string }> {
  let line = 1;
  let rest: string[] = [];
  let length = 0;
  for await (const piece of decode(file)) {
    let start = 0;
    for (let end = piece.indexOf('\n'); end !== -1; end = piece.indexOf('\n', start)) {
      const text = rest.join('') + piece.slice(start, end);
      if (text.trim()) yield { line, text };
      line++;
      rest = [];
      length = 0;
      start = end + 1;
    }
    rest.push(piece.slice(start));
    length += piece.length - start;
    if (length > longest)
      throw new UnreadableFile(file.name, line, 'The line is longer than any comment. Is this the right kind of file?');
  }
  const text = rest.join('');
  if (text.trim()) yield { line, text };
}

/**
 * The objects of a file that has one on each line, be it JSON Lines or an array written so.
 * @throws {@link UnreadableFile} where a line is none.
 */
export async function* readObjects(
  file: ForeignFile,
): AsyncGenerator<{ line: number; object: Record<string, unknown> }> {
  for await (const { line, text } of readLines(file)) {
    const bare = text
      .trim()
      .replace(/^\[\s*/, '')
      .replace(/,$/, '')
      .replace(/\]$/, (end) => (text.includes('{') ? end : ''));
    if (bare === '') continue;
    yield { line, object: parseObject(file.name, line, bare) };
  }
}

function parseObject(name: string, line: number, text: string): Record<string, unknown> {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    try {
      // The end of an array on its last object's line.
      value = JSON.parse(text.replace(/\]$/, ''));
    } catch {
      throw new UnreadableFile(
        name,
        line,
        'This is no whole JSON. Was the file cut? Each comment has to stand on a line.',
      );
    }
  }
  if (typeof value === 'object' && value !== null && !Array.isArray(value)) return value as Record<string, unknown>;
  throw new UnreadableFile(name, line, 'There should be a JSON object on each line.');
}
