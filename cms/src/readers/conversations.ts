import type { CommentOrder } from '@dateline/shared/comment-order';
import { repliesPageSize } from '@dateline/shared/thread-pages';
import type { Payload } from 'payload';
import { commentRow, type CommentRow } from './comment-rows.ts';

/** How many conversations an answer has. */
const pageSize = 20;

const isPublic = 'published_at is not null';
const columnsWith = (recommendations: string) => `id, article_id as article, parent_id as parent, root_id as root,
  author_name as "authorName", body, status, created_at as "createdAt", published_at as "publishedAt",
  ${recommendations} as recommendations, pinned, pick, author_staff as "authorStaff", author_person_id as "authorPerson", edited_at as "editedAt"`;

const columns = columnsWith('recommendations');

/** What each order sorts by, as the indexes of comments have it: behind the root, which is null for all of these. */
const orders: Record<CommentOrder, { by: readonly string[]; direction: 'asc' | 'desc' }> = {
  newest: { by: ['published_at', 'id'], direction: 'desc' },
  oldest: { by: ['published_at', 'id'], direction: 'asc' },
  recommended: { by: ['recommendations', 'published_at', 'id'], direction: 'desc' },
};

/** Which conversations an order has, and by what number each counts as recommended. */
interface Kind {
  that: string;
  recommendations: string;
}

const everyOne: Kind[] = [{ that: 'true', recommendations: 'recommendations' }];
/**
 * What is not shown is recommended by nobody, and nothing to be read where nobody has answered it. Of what was public and is not
 * any more, which is little, each is looked at.
 */
const shownOrAnswered: Kind[] = [
  { that: `status = 'published'`, recommendations: 'recommendations' },
  {
    that: `status in ('held', 'refused', 'removed') and exists (
      select 1 from comments reply where reply.root_id = comments.id and reply.status = 'published')`,
    recommendations: '0',
  },
];

/** The conversations behind a place, in an order. Each kind of them is found by an index of its own. */
function conversations(order: CommentOrder, behindPlace: boolean): string {
  const { by, direction } = orders[order];
  const sorted = (columns: readonly string[]) => columns.map((column) => `${column} ${direction}`).join(', ');
  const limit = `limit ${pageSize + 1}`;
  const found = (order === 'recommended' ? shownOrAnswered : everyOne).map(({ that, recommendations }) => {
    const place = by.map((column) => (column === 'recommendations' ? recommendations : column));
    const values = by.map((_, at) => `$${at + 2}`).join(', ');
    const behind = behindPlace ? `and (${place.join(', ')}) ${direction === 'desc' ? '<' : '>'} (${values})` : '';
    return `(select ${columnsWith(recommendations)} from comments
      where article_id = $1 and root_id is null and ${isPublic} and ${that} ${behind}
      order by ${sorted(['root_id', ...place].filter((column) => column !== '0'))} ${limit})`;
  });
  const names = by.map((column) => (column === 'published_at' ? '"publishedAt"' : column));
  return `select * from (${found.join(' union all ')}) as found order by ${sorted(names)} ${limit}`;
}

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
  const found = await db.pool.query<Stored>(conversations(order, before !== undefined), [article, ...(before ?? [])]);
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
