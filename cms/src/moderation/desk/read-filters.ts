import type { Pool } from 'pg';
import { holdReasons } from '../verdict.ts';
import type { Question } from './queue-question.ts';
import type { QueueFilter } from './shapes.ts';

const names = {
  article: 'select headline as name from articles where id = $1',
  person: 'select name from people where id = $1',
  reader: 'select name from readers where id = $1',
  comment: 'select author_name as name from comments where id = $1',
};

/** What a question is narrowed to, by names. */
export async function readFilters(pool: Pool, question: Question): Promise<QueueFilter[]> {
  const by = (Object.keys(names) as (keyof typeof names)[]).filter((name) => question[name]);
  const only: QueueFilter[] = await Promise.all(
    by.map(async (name) => {
      const { rows } = await pool.query<{ name: string | null }>(names[name], [question[name]]);
      return { by: name, name: rows[0]?.name ?? '' };
    }),
  );
  if (question.reason) only.push({ by: 'reason', name: holdReasons[question.reason] });
  return only;
}
