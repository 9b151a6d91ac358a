import type { Pool } from 'pg';
import { readerMark } from '../reader-mark.ts';
import { kindsFor, logKinds, type LogQuestion } from './log-question.ts';
import type { LogEntryShown, LogLine } from './shapes.ts';

const most = 50;

async function read(pool: Pool, where: string, value: string): Promise<LogLine[]> {
  const { rows } = await pool.query<Omit<LogLine, 'at'> & { at: Date }>(
    `select log.at, log.staff_name as by, log.act, log.before, log.after, coalesce(told.reason, log.reason) as reason
    from moderation_log log left join moderation_log_readers told on told.log = log.id
    where ${where} order by log.id desc limit $2`,
    [value, most],
  );
  return rows.map((row) => ({ ...row, at: row.at.toISOString() }));
}

/** What was done with a comment, the last first. */
export const logOfComment = (pool: Pool, comment: string) => read(pool, 'log.comment = $1', comment);

/** What was done with a reader, the last first: notes, warnings and suspensions. */
export const logOfReader = (pool: Pool, reader: string) =>
  read(pool, `log.reader = $1 and log.act in ('note', 'warn', 'suspend', 'lift')`, readerMark(reader));

const pageSize = 50;

interface EntryRow extends Omit<LogEntryShown, 'at' | 'article' | 'reader' | 'subject'> {
  at: Date;
  articleId: string | null;
  headline: string | null;
  readerId: string | null;
  readerName: string | null;
  subjectName: string | null;
}

/**
 * A page of the log, the last first. It knows a reader by name for as long as they have an account.
 * @param seesReaders Whether whoever asks may see who readers are.
 */
export async function readLog(
  pool: Pool,
  question: LogQuestion,
  seesReaders: boolean,
): Promise<{ entries: LogEntryShown[]; next: string | null }> {
  const values: unknown[] = [];
  const bind = (value: unknown, type: string) => `$${values.push(value)}::${type}`;
  const kinds = kindsFor(seesReaders).filter((kind) => question.kind === undefined || kind === question.kind);
  const where = [
    `log.act = any(${bind(
      kinds.flatMap((kind) => [...logKinds[kind].acts]),
      'text[]',
    )})`,
  ];
  for (const name of ['staff', 'article', 'comment'] as const) {
    if (question[name]) where.push(`log.${name} = ${bind(question[name], 'uuid')}`);
  }
  if (question.reader && seesReaders) where.push(`log.reader = ${bind(readerMark(question.reader), 'uuid')}`);
  if (question.before) where.push(`log.id < ${bind(question.before, 'bigint')}`);
  const { rows } = await pool.query<EntryRow>(
    `select log.id::text as id, log.at, log.staff_name as by, log.act, log.before, log.after,
      coalesce(told.reason, log.reason) as reason, log.comment, log.article as "articleId", article.headline,
      told.reader as "readerId", reader.name as "readerName", coalesce(person.name, place.name) as "subjectName"
    from moderation_log log
      left join moderation_log_readers told on told.log = log.id
      left join readers reader on reader.id = told.reader
      left join articles article on article.id = log.article
      left join people person on log.act in ('mark', 'unmark')
        and person.id = substring(coalesce(log.after, log.before) from '^people:([0-9a-f-]{36})')::uuid
      left join places place on log.act in ('mark', 'unmark')
        and place.id = substring(coalesce(log.after, log.before) from '^places:([0-9a-f-]{36})')::uuid
    where ${where.join(' and ')} order by log.id desc limit ${bind(pageSize + 1, 'int')}`,
    values,
  );
  const entries = rows.slice(0, pageSize).map(({ articleId, headline, readerId, readerName, subjectName, ...row }) => ({
    ...row,
    at: row.at.toISOString(),
    article: articleId === null ? null : { id: articleId, headline },
    reader: seesReaders && readerId !== null ? { id: readerId, name: readerName ?? '' } : null,
    subject: subjectName,
  }));
  return { entries, next: rows.length > pageSize ? (entries.at(-1)?.id ?? null) : null };
}
