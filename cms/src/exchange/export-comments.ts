import type { ExchangeLine } from '@dateline/shared/comment-exchange';
import { routes } from '@dateline/shared/routes';
import type { Payload } from 'payload';
import { nameOfNewsroom } from '../readers/newsroom-name.ts';
import { publicURLOf } from '../public-url.ts';

/** How many rows are read at once. */
const pageSize = 500;
const first = '00000000-0000-0000-0000-000000000000';

const published = `articles._status = 'published' and articles.deleted_at is null`;
/** Or was, and left its place. */
const isPublic = 'published_at is not null';

type LineOf<Is extends ExchangeLine['is']> = Extract<ExchangeLine, { is: Is }>;

type StoredLine = Omit<LineOf<'comment'>, 'is' | 'at' | 'written' | 'edited'> & {
  at: Date;
  written: Date;
  edited: Date | null;
};

/** All rows of a statement that takes the id behind which to go on, and how many. */
async function* pagesOf<Row extends { id: string }>(
  payload: Payload,
  sql: string,
  ...more: string[]
): AsyncGenerator<Row> {
  for (let after = first; ;) {
    const { rows } = await payload.db.pool.query<Row>(sql, [after, pageSize, ...more]);
    yield* rows;
    const last = rows.at(-1);
    if (!last || rows.length < pageSize) return;
    after = last.id;
  }
}

/**
 * Every thread that is public, in the lines of `shared/src/comment-exchange.ts`, a page of rows in memory at a time. Importing
 * them gives the same threads.
 * @param options.withAddresses Whether readers' e-mail addresses are in it, without which nobody can claim their comments elsewhere.
 */
export async function* exportComments(
  payload: Payload,
  options: { withAddresses: boolean },
): AsyncGenerator<ExchangeLine> {
  const origin = publicURLOf(payload);
  yield {
    is: 'dateline-comments',
    version: 1,
    exportedAt: new Date().toISOString(),
    newsroom: await nameOfNewsroom(payload),
  };
  const threads = `
    select id, slug, headline from articles
    where ${published} and exists (select 1 from comments where article_id = articles.id and ${isPublic}) and id > $1
    order by id limit $2`;
  for await (const { id, slug, headline } of pagesOf<{ id: string; slug: string; headline: string }>(
    payload,
    threads,
  )) {
    yield { is: 'thread', id, url: new URL(routes.article(slug), origin).href, slug, headline };
    const comments = `
      select id, article_id as thread, coalesce(parent_id, root_id) as parent, status <> 'published' as removed,
        case status when 'published' then reader_id end as author,
        case status when 'published' then author_name else '' end as name,
        case status when 'published' then body else '' end as text, published_at as at, created_at as written,
        case status when 'published' then edited_at end as edited,
        status = 'published' and coalesce(pinned, false) as pinned, status = 'published' and coalesce(pick, false) as pick
      from comments where article_id = $3 and ${isPublic} and id > $1 order by id limit $2`;
    for await (const row of pagesOf<StoredLine>(payload, comments, id))
      yield {
        is: 'comment',
        ...row,
        at: row.at.toISOString(),
        written: row.written.toISOString(),
        edited: row.edited?.toISOString() ?? null,
      };
  }
  // Last, so that whoever wrote something that is in it is there.
  const authors = `
    select id, name, case when $3 = 'yes' and verified_at is not null then email end as email from readers
    where id in (
      select reader_id from comments join articles on articles.id = article_id
      where comments.status = 'published' and ${published}
    ) and id > $1 order by id limit $2`;
  for await (const author of pagesOf<Omit<LineOf<'author'>, 'is'>>(
    payload,
    authors,
    options.withAddresses ? 'yes' : 'no',
  ))
    yield { is: 'author', ...author };
}
