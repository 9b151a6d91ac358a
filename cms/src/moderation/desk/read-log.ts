import type { Pool } from 'pg';
import { readerMark } from '../reader-mark.ts';
import type { LogLine } from './shapes.ts';

const most = 50;

async function read(pool: Pool, where: string, value: string): Promise<LogLine[]> {
  const { rows } = await pool.query<Omit<LogLine, 'at'> & { at: Date }>(
    `select at, staff_name as by, act, before, after, reason from moderation_log where ${where} order by id desc limit $2`,
    [value, most],
  );
  return rows.map((row) => ({ ...row, at: row.at.toISOString() }));
}

/** What was done with a comment, the last first. */
export const logOfComment = (pool: Pool, comment: string) => read(pool, 'comment = $1', comment);

/** What was done with a reader, the last first: notes, warnings and suspensions. */
export const logOfReader = (pool: Pool, reader: string) =>
  read(pool, `reader = $1 and act in ('note', 'warn', 'suspend', 'lift')`, readerMark(reader));
