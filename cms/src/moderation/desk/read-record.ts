import type { Pool } from 'pg';
import { notByReader } from '../not-by-reader.ts';
import { logOfReader } from './read-log.ts';
import type { CommentStatus, ReaderRecord } from './shapes.ts';

const latest = 10;

interface ReaderFound {
  id: string;
  name: string;
  status: string;
  since: Date;
  suspendedUntil: Date | null;
}

/** A reader's record; undefined where there is no such account. */
export async function readRecord(pool: Pool, id: string): Promise<ReaderRecord | undefined> {
  const [readers, counted, comments, log] = await Promise.all([
    pool.query<ReaderFound>(
      'select id, name, status, created_at as since, suspended_until as "suspendedUntil" from readers where id = $1',
      [id],
    ),
    pool.query<{ status: CommentStatus; count: number }>(
      `select status, count(*)::int as count from comments where reader_id = $1 and ${notByReader} group by status`,
      [id],
    ),
    pool.query<Omit<ReaderRecord['comments'][number], 'at'> & { at: Date }>(
      `select comment.id, comment.author_name as author, comment.body, comment.created_at as at, comment.status,
        coalesce(article.headline, '') as headline
      from comments comment join articles article on article.id = comment.article_id
      where comment.reader_id = $1 order by comment.created_at desc limit ${latest}`,
      [id],
    ),
    logOfReader(pool, id),
  ]);
  const [reader] = readers.rows;
  if (!reader) return undefined;
  const counts = { held: 0, published: 0, refused: 0, removed: 0 };
  for (const { status, count } of counted.rows) counts[status] = count;
  return {
    ...reader,
    since: reader.since.toISOString(),
    suspendedUntil: reader.suspendedUntil?.toISOString() ?? null,
    counts,
    warnings: log.filter(({ act }) => act === 'warn').length,
    comments: comments.rows.map((row) => ({ ...row, at: row.at.toISOString() })),
    log,
  };
}
