import type { Change, FeedLine } from '@dateline/shared/feed';
import type { Pool } from 'pg';
import { numberRows } from './number-rows.ts';

interface Row {
  id: string;
  position: string;
  op: Change['op'];
  kind: Change['kind'];
  document: string;
  at: Date;
  slug: string | null;
  former_slugs: string[];
  data: unknown;
}

/** Where somebody who reads the feed stands: the position of a row, and its id. */
export interface Cursor {
  position: number;
  row: string;
}

/** Nothing that the feed can make sense of, or a row that it does not know: the reader starts again from nothing. */
export class CursorUnknown extends Error {}

/** @throws {@link CursorUnknown} */
export function parseCursor(text: string): Cursor {
  const match = /^(\d{1,15}):([0-9a-f-]{36})$/.exec(text);
  if (!match?.[1] || !match[2]) throw new CursorUnknown('This is no cursor.');
  return { position: Number(match[1]), row: match[2] };
}

const cursorOf = ({ position, id }: Pick<Row, 'position' | 'id'>) => `${position}:${id}`;

function lineOf(row: Row): Change {
  const shared = { kind: row.kind, id: row.document, cursor: cursorOf(row), at: row.at.toISOString() };
  return (
    row.op === 'put'
      ? { op: 'put', ...shared, data: row.data }
      : { op: 'remove', ...shared, slug: row.slug, formerSlugs: row.former_slugs }
  ) as Change;
}

/** The newest state of every document that changed between two positions, in the feed's order. */
const pageOf = `
  select id, position, op, kind, document, at, slug, former_slugs, data from outbox row
  where position > $1 and position <= $2 and not exists (
    select from outbox newer
    where newer.kind = row.kind and newer.document = row.document and newer.position > row.position and newer.position <= $2
  )
  order by position limit $3`;

/** The feed as it is now, from a cursor on. */
export interface Feed {
  /** Whether anything stands after the cursor. */
  isEmpty: boolean;
  /** The changes, a batch at a time, then the head. Superseded rows are left out: only the newest state counts. */
  lines: () => AsyncGenerator<FeedLine[]>;
}

/**
 * Numbers what is committed, and opens the feed at its present end.
 * @param after Where the reader stands, or null from nothing.
 * @throws {@link CursorUnknown}
 */
export async function openFeed(pool: Pool, after: Cursor | null, batch = 200): Promise<Feed> {
  await numberRows(pool);
  if (after) {
    const known = await pool.query('select from outbox where position = $1 and id = $2', [after.position, after.row]);
    if (known.rowCount === 0) throw new CursorUnknown('No row stands at this cursor.');
  }
  const heads = await pool.query<Pick<Row, 'position' | 'id'>>(
    'select position, id from outbox where position is not null order by position desc limit 1',
  );
  const head = heads.rows[0];
  const start = after?.position ?? 0;
  async function* lines(): AsyncGenerator<FeedLine[]> {
    for (let from = start; head;) {
      const { rows } = await pool.query<Row>(pageOf, [from, head.position, batch]);
      if (rows.length > 0) yield rows.map(lineOf);
      const last = rows.at(-1);
      if (!last || rows.length < batch) break;
      from = Number(last.position);
    }
    yield [{ op: 'head', cursor: head ? cursorOf(head) : null }];
  }
  return { isEmpty: !head || Number(head.position) <= start, lines };
}
