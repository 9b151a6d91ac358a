import { parse } from 'csv-parse';
import { Readable } from 'node:stream';
import { z } from 'zod';
import { commentText } from './comment-text.ts';
import { decode } from './decode.ts';
import { readInstant, UnreadableFile, type Foreign, type ForeignFile } from './foreign.ts';
import { readObjects } from './read-lines.ts';

const id = z.string().min(1);
/** As MongoDB writes dates, or as text. */
const date = z.union([z.string(), z.object({ $date: z.string() }).transform(({ $date }) => $date)]);
const text = z.string().nullish();

const story = z.object({ id, url: z.string().min(1) });
const user = z.object({ id, username: text, email: text, emailVerified: z.boolean().nullish() });
/** Coral's own names and, behind them, those that it had as Talk. */
const comment = z
  .object({
    id,
    storyID: text,
    asset_id: text,
    storyURL: text,
    parentID: text,
    parent_id: text,
    authorID: text,
    author_id: text,
    username: text,
    email: text,
    body: text,
    revisions: z.array(z.object({ body: text })).nullish(),
    status: z.string().default('NONE'),
    createdAt: date.nullish(),
    created_at: date.nullish(),
    deletedAt: date.nullish(),
    deleted_at: date.nullish(),
  })
  .refine((row) => row.storyID ?? row.asset_id ?? row.storyURL, 'no story');

const skips: Record<string, 'deleted' | 'spam' | 'waiting'> = {
  REJECTED: 'deleted',
  PREMOD: 'waiting',
  SYSTEM_WITHHELD: 'waiting',
};

/**
 * Coral's stories, users and comments as `mongoexport` writes them, a document on a line, in one file or several; or comments
 * as CSV whose first line has the same names.
 */
export async function* readCoral(file: ForeignFile): AsyncGenerator<Foreign> {
  const rows = file.name.toLowerCase().endsWith('.csv') ? readCsv(file) : readObjects(file);
  for await (const { line, object } of rows) {
    const asComment = comment.safeParse(object);
    if (asComment.success) {
      yield* commentOf(asComment.data);
      continue;
    }
    const asStory = story.safeParse(object);
    const asUser = user.safeParse(object);
    if (asStory.success) yield { is: 'thread', key: asStory.data.id, url: asStory.data.url, hints: [] };
    else if (asUser.success) yield authorOf(asUser.data.id, asUser.data);
    else
      throw new UnreadableFile(
        file.name,
        line,
        'This is no comment, story or user of Coral: each has an id, and what belongs to it.',
      );
  }
}

const authorOf = (key: string, { username, email, emailVerified }: Partial<z.output<typeof user>>): Foreign => ({
  is: 'author',
  key,
  name: username ?? '',
  email: email || null,
  // Coral lets nobody comment whose address it has not confirmed, unless it is told to.
  isConfirmed: emailVerified !== false,
});

function* commentOf(row: z.output<typeof comment>): Generator<Foreign> {
  const thread = row.storyID || row.asset_id || row.storyURL || '';
  if (row.storyURL) yield { is: 'thread', key: thread, url: row.storyURL, hints: [] };
  const author = row.authorID || row.author_id || (row.username ? `name:${row.username}` : null);
  if (author && row.username) yield authorOf(author, row);
  const body = row.revisions?.at(-1)?.body ?? row.body ?? '';
  yield {
    is: 'comment',
    key: row.id,
    thread,
    parent: row.parentID || row.parent_id || null,
    author,
    name: row.username ?? '',
    text: commentText(body, { hasLines: !/<(?:br|div|p)\b/i.test(body) }),
    at: readInstant(row.createdAt ?? row.created_at ?? ''),
    skip: row.deletedAt || row.deleted_at ? 'deleted' : (skips[row.status] ?? null),
  };
}

async function* readCsv(file: ForeignFile): AsyncGenerator<{ line: number; object: Record<string, unknown> }> {
  const input = Readable.from(decode(file));
  const parser = parse({
    columns: true,
    bom: true,
    info: true,
    skip_empty_lines: true,
    max_record_size: 16 * 1024 * 1024,
  });
  input.on('error', (error) => parser.destroy(error));
  try {
    for await (const row of input.pipe(parser)) {
      const { record, info } = row as { record: Record<string, unknown>; info: { lines: number } };
      yield { line: info.lines, object: record };
    }
  } catch (error) {
    const { code, lines } = error as { code?: string; lines?: number };
    if (!code?.startsWith('CSV_')) throw error;
    throw new UnreadableFile(
      file.name,
      lines ?? 1,
      'The row does not fit the first line, which names the columns. Was the file cut?',
    );
  }
}
