import type { Pool } from 'pg';
import type { BatchChange } from './receipts-table.ts';

const listed = 10;

/** The newest state of every document that changed after one position and up to another. */
const between = `
  from outbox row where position > $1 and position <= $2 and not exists (
    select from outbox newer
    where newer.kind = row.kind and newer.document = row.document and newer.position > row.position and newer.position <= $2
  )`;

/** A removal says nothing of what it removes: the last row that put it does. */
const newest = `
  with changes as (
    select row.op, row.kind, row.document, row.slug, row.position, coalesce(row.data, (
      select data from outbox old
      where old.kind = row.kind and old.document = row.document and old.op = 'put' and old.seq < row.seq
      order by old.seq desc limit 1
    )) as data ${between}
    order by row.kind = 'article' desc, row.position desc limit $3
  )
  select
    case when kind = 'comment' and (op = 'remove' or (data ->> 'removed')::boolean) then 'remove' else op end as op,
    kind,
    case when kind = 'comment' then data ->> 'article' else document::text end as document,
    coalesce(
      case when kind = 'comment' then (
        select article.data ->> 'headline' from outbox article
        where article.kind = 'article' and article.op = 'put' and article.document = (changes.data ->> 'article')::uuid
        order by article.seq desc limit 1
      ) end,
      case when kind = 'closure' then (
        select subject.data ->> 'name' from outbox subject
        where subject.kind in ('person', 'place') and subject.op = 'put' and subject.document = changes.document
        order by subject.seq desc limit 1
      ) end,
      data ->> 'headline', data ->> 'name', data ->> 'alt', slug, '') as title
  from changes order by kind = 'article' desc, position desc`;

/**
 * What a site that stood at `after` took in to stand at `until`.
 * @param after Null where it had nothing: then nothing is listed, since it is everything.
 */
export async function changesBetween(
  pool: Pool,
  after: number | null,
  until: number,
): Promise<{ changed: number | null; changes: BatchChange[] }> {
  if (after === null || after > until) return { changed: null, changes: [] };
  if (after === until) return { changed: 0, changes: [] };
  const counted = await pool.query<{ changed: number }>(`select count(*)::int as changed ${between}`, [after, until]);
  const { rows } = await pool.query<BatchChange>(newest, [after, until, listed]);
  return { changed: counted.rows[0]?.changed ?? 0, changes: rows };
}
