import type { CommentMode } from '@dateline/shared/article';
import { routes } from '@dateline/shared/routes';
import type { Payload } from 'payload';
import { threadModes } from '../thread-modes.ts';
import { logOfComment } from './read-log.ts';
import { readRecord } from './read-record.ts';
import type { CommentContext, ThreadComment } from './shapes.ts';

/** Of the thread, so many before and so many after the comment. */
const around = 3;

const shown = `id, author_name as author, body, created_at as at, status`;

interface Found {
  article: string;
  own: CommentMode;
  parent: string | null;
  root: string | null;
  reader: string | null;
  at: Date;
  headline: string | null;
  standfirst: string | null;
  slug: string | null;
}

type Row = Omit<ThreadComment, 'at'> & { at: Date };

const withInstant = (row: Row): ThreadComment => ({ ...row, at: row.at.toISOString() });

/** A comment with what it answers, its thread, its article and its reader; undefined where it is gone. */
export async function readContext(
  payload: Payload,
  id: string,
  options: { publicURL: string; seesReaders: boolean },
): Promise<CommentContext | undefined> {
  const { pool } = payload.db;
  const { rows } = await pool.query<Found>(
    `select comment.article_id as article, comment.reader_id as reader, comment.created_at as at,
      comment.parent_id as parent, comment.root_id as root, article.comments as own, article.headline, article.standfirst, article.slug
    from comments comment join articles article on article.id = comment.article_id where comment.id = $1`,
    [id],
  );
  const [found] = rows;
  if (!found) return undefined;
  const { article, reader, at, headline, standfirst, slug, own } = found;
  const answering = [found.root, found.parent].filter((of) => of !== null);
  const near = (side: '<' | '>', order: 'asc' | 'desc') =>
    pool.query<Row>(
      `select ${shown} from comments where article_id = $1 and status = 'published' and id <> $2
        and id <> all($4::uuid[]) and (created_at, id) ${side} ($3, $2) order by created_at ${order}, id ${order} limit ${around}`,
      [article, id, at, answering],
    );
  const [answered, before, after, versions, reports, log, record, modes] = await Promise.all([
    pool.query<Row>(`select ${shown} from comments where id = any($1::uuid[]) order by created_at, id`, [answering]),
    near('<', 'desc'),
    near('>', 'asc'),
    pool.query<{ body: string; until: Date }>(
      'select body, until from comment_versions where comment_id = $1 order by id',
      [id],
    ),
    pool.query<{ reason: string }>('select reason from comment_reports where comment_id = $1 order by created_at', [
      id,
    ]),
    logOfComment(pool, id),
    options.seesReaders && reader !== null ? readRecord(pool, reader) : undefined,
    threadModes(payload, [article]),
  ]);
  return {
    article: {
      id: article,
      headline: headline ?? '',
      standfirst: standfirst ?? '',
      url: slug === null ? '' : options.publicURL + routes.article(slug),
      mode: modes.get(article) ?? 'open',
      own,
    },
    answered: answered.rows.map(withInstant),
    thread: [...before.rows.toReversed(), ...after.rows].map(withInstant),
    versions: versions.rows.map(({ body, until }) => ({ body, until: until.toISOString() })),
    reports: reports.rows.map(({ reason }) => reason),
    log,
    reader: record ?? null,
  };
}
