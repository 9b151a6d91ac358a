import { cleanText } from '@dateline/shared/clean-text';
import { exchangeLine, type ExchangeLine } from '@dateline/shared/comment-exchange';
import { UnreadableFile, type Foreign, type ForeignFile } from './foreign.ts';
import { readObjects } from './read-lines.ts';

/** What our own export wrote. */
export async function* readOwn(file: ForeignFile): AsyncGenerator<Foreign> {
  for await (const { line, object } of readObjects(file)) {
    const parsed = exchangeLine.safeParse(object);
    if (!parsed.success || (line === 1) !== (parsed.data.is === 'dateline-comments'))
      throw new UnreadableFile(
        file.name,
        line,
        'This is no line of an export of Dateline, or of a version that is not known here.',
      );
    yield* foreignOf(parsed.data);
  }
}

function* foreignOf(line: ExchangeLine): Generator<Foreign> {
  if (line.is === 'thread') yield { is: 'thread', key: line.id, url: line.url, hints: [line.id, line.slug] };
  if (line.is === 'author') yield { is: 'author', key: line.id, name: line.name, email: line.email, isConfirmed: true };
  if (line.is !== 'comment') return;
  const { id, thread, parent, author, name, text, at, written = null, edited, removed, pinned, pick } = line;
  yield {
    is: 'comment',
    key: id,
    thread,
    parent,
    author,
    name,
    text: cleanText(text),
    at,
    marks: { written, edited, pinned, pick },
    skip: removed ? 'removed' : null,
  };
}
