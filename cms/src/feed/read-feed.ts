import type { FeedLine } from '@dateline/shared/feed';
import type { Pool } from 'pg';
import { CursorUnknown, cursorText, type Cursor } from './cursor.ts';
import { numberRows } from './number-rows.ts';

const shared = `'op', op, 'kind', kind, 'id', document, 'cursor', position || ':' || id,
  'at', to_char(at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')`;

/**
 * The lines of a span of positions behind one, as PostgreSQL writes them by itself: what is stored as JSON goes to the builder
 * without being read on the way. Of each document only the newest state. A span of positions and not a number of rows: whatever
 * the planner believes of the table, no more of it is read than that.
 */
const pageOf = `
  with span as (select min(position) as first from outbox where position > $1 and position <= $2)
  select span.first + $3 - 1 as through, (
    select string_agg(line || E'\\n', '') from (
      select case op
        when 'put' then json_build_object(${shared}, 'data', data)
        else json_build_object(${shared}, 'slug', slug, 'formerSlugs', former_slugs, 'successor', successor)
      end::text as line
      from outbox row
      where position >= span.first and position < span.first + $3 and position <= $2 and not exists (
        select from outbox newer
        where newer.kind = row.kind and newer.document = row.document
          and newer.position > row.position and newer.position <= $2
        offset 0
      )
      order by position
    ) page
  ) as lines
  from span`;

/** A row that was superseded and taken away is known for a while. */
const knownRow = `
  select from outbox where position = $1 and id = $2 union all select from outbox_compacted where position = $1 and id = $2`;

interface Page {
  /** Null where nothing stands behind. */
  through: string | null;
  lines: string | null;
}

/** The feed as it is now, from a cursor on. */
export interface Feed {
  /** Whether anything stands after the cursor. */
  isEmpty: boolean;
  /** Its text, a page of lines at a time, then the head. Superseded rows are left out: only the newest state counts. */
  text: () => AsyncGenerator<string>;
}

async function headOf(pool: Pool): Promise<Cursor | undefined> {
  const { rows } = await pool.query<{ position: string; id: string }>(
    'select position, id from outbox where position is not null order by position desc limit 1',
  );
  return rows[0] && { position: Number(rows[0].position), row: rows[0].id };
}

/**
 * Numbers what is committed, and opens the feed at its present end.
 * @param after Where the reader stands, or null from nothing.
 * @param span How many positions a page takes in.
 * @throws {@link CursorUnknown}
 */
export async function openFeed(pool: Pool, after: Cursor | null, span = 100): Promise<Feed> {
  await numberRows(pool);
  if (after) {
    const { rowCount } = await pool.query(knownRow, [after.position, after.row]);
    if (rowCount === 0) {
      throw new CursorUnknown(
        'This feed has another row there, or none: it is of another database, or of one that was restored from a backup.',
      );
    }
  }
  const head = await headOf(pool);
  const start = after?.position ?? 0;
  const read = async (from: number, to: number) => (await pool.query<Page>(pageOf, [from, to, span])).rows[0];

  async function* pages(to: number): AsyncGenerator<string> {
    let page = await read(start, to);
    while (page?.through) {
      // The next page is read while this one is on its way. No connection is held for a reader that is slow.
      const next = read(Number(page.through), to);
      next.catch(() => {});
      if (page.lines) yield page.lines;
      page = await next;
    }
  }
  async function* text(): AsyncGenerator<string> {
    if (head) yield* pages(head.position);
    yield `${JSON.stringify({ op: 'head', cursor: head ? cursorText(head) : null } satisfies FeedLine)}\n`;
  }
  return { isEmpty: !head || head.position <= start, text };
}
