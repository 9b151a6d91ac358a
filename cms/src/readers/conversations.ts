import type { CommentOrder } from '@dateline/shared/comment-order';
import { repliesPageSize } from '@dateline/shared/thread-pages';
import type { Payload } from 'payload';
import { commentRow, type CommentRow } from './comment-rows.ts';

/** How many conversations an answer has. */
const pageSize = 20;

const isPublic = 'published_at is not null';
const columns = `id, article_id as article, parent_id as parent, root_id as root, author_name as "authorName", body, status,
  created_at as "createdAt", published_at as "publishedAt", recommendations, pinned, pick,
  author_staff as "authorStaff", author_person_id as "authorPerson", edited_at as "editedAt"`;

/** What each order sorts by, as the indexes of comments have it: behind the root, which is null for all of these. */
const orders: Record<CommentOrder, { by: readonly string[]; direction: 'asc' | 'desc' }> = {
  newest: { by: ['published_at', 'id'], direction: 'desc' },
  oldest: { by: ['published_at', 'id'], direction: 'asc' },
  recommended: { by: ['recommendations', 'published_at', 'id'], direction: 'desc' },
};

/** How many parts a place in an order has. */
export const partsOf = (order: CommentOrder) => orders[order].by.length;

type Stored = Record<string, unknown>;

const rowOf = (stored: Stored) =>
  commentRow(
    Object.fromEntries(
      Object.entries(stored).map(([name, value]) => [name, value instanceof Date ? value.toISOString() : value]),
    ),
  );

const markOf = (order: CommentOrder, { recommendations, publishedAt, id }: CommentRow) =>
  [...(order === 'recommended' ? [recommendations] : []), publishedAt, id].join('~');

/**
 * The next conversations of a thread in an order, and behind them their first replies, the newest first. Both are found by
 * index, however long the thread is.
 * @param before The parts of the place behind which they stand.
 */
export async function conversationsOf(
  { db }: Payload,
  article: string,
  order: CommentOrder,
  before: readonly (string | number)[] | undefined,
): Promise<{ rows: CommentRow[]; more: string[]; next: string | null }> {
  const { by, direction } = orders[order];
  const places = by.map((_, at) => `$${at + 2}`).join(', ');
  const behind = before ? `and (${by.join(', ')}) ${direction === 'desc' ? '<' : '>'} (${places})` : '';
  const found = await db.pool.query<Stored>(
    `select ${columns} from comments where article_id = $1 and root_id is null and ${isPublic} ${behind}
     order by ${['root_id', ...by].map((column) => `${column} ${direction}`).join(', ')} limit ${pageSize + 1}`,
    [article, ...(before ?? [])],
  );
  const roots = found.rows.slice(0, pageSize).map(rowOf);
  const answers = await db.pool.query<Stored & { root: string }>(
    `select reply.* from unnest($2::uuid[]) sought (id) cross join lateral (
       select ${columns} from comments where article_id = $1 and root_id = sought.id and ${isPublic}
       order by published_at, id limit ${repliesPageSize + 1}
     ) reply`,
    [article, roots.map(({ id }) => id)],
  );
  const replies = Map.groupBy(answers.rows, ({ root }) => root);
  const last = roots.at(-1);
  return {
    rows: [
      ...roots,
      ...[...replies.values()].flatMap((some) => some.slice(0, repliesPageSize).map(rowOf).toReversed()),
    ],
    more: [...replies].filter(([, some]) => some.length > repliesPageSize).map(([root]) => root),
    next: found.rows.length > pageSize && last ? markOf(order, last) : null,
  };
}
