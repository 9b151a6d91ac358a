import { details } from '@dateline/shared/details';
import { escapeHtml } from '@dateline/shared/html';
import { documentId } from '@dateline/shared/id';
import { recommendForm, recommendInput, type Recommended } from '@dateline/shared/recommend';
import { comingBack, readerRoutes } from '@dateline/shared/routes';
import { sql } from '@payloadcms/db-postgres';
import type { Payload } from 'payload';
import { z } from 'zod';
import { inTransaction, transactionHandle } from '../in-transaction.ts';
import { findComments } from './comment-rows.ts';
import { drawQuoted } from './draw-quoted.ts';
import { findReader, requireReader, type ReaderRoute } from './exchange.ts';
import { parseInput, ReaderFailure } from './failure.ts';
import { limitRate } from './limit-rate.ts';

const gone = () => new ReaderFailure('not-found', { detail: details.commentGone });

const pageInput = z.object({ comment: z.string('Name the comment by its id.').pipe(documentId) });

/** `GET /comments/recommend?comment=`: the form to recommend a comment, or to take that back, for readers without script. */
export const recommendPage: ReaderRoute = {
  method: 'get',
  path: '/comments/recommend',
  page: true,
  act: async (exchange) => {
    const { payload, options } = exchange;
    const { comment } = parseInput(pageInput, exchange.input);
    const reader = await findReader(exchange);
    if (!reader) return { to: comingBack(readerRoutes.login, readerRoutes.recommendComment(comment)) };
    const [row] = await findComments(payload, { id: { equals: comment }, status: { equals: 'published' } }, 1);
    if (!row) throw gone();
    const isRecommended = await recommends(payload, comment, reader.id);
    const back = `<p><a href="${escapeHtml(readerRoutes.comment(comment))}">Back to the comment</a></p>`;
    const html = drawQuoted(row, options.publicURL) + recommendForm(comment, isRecommended) + back;
    return { status: 200, page: { title: isRecommended ? 'You recommend this comment' : 'Recommend a comment', html } };
  },
};

/** `POST /comments/recommend`: what the reader wishes, so that sent twice it says the same. */
export const recommend: ReaderRoute = {
  method: 'post',
  path: '/comments/recommend',
  act: async (exchange) => {
    const { payload, address, asPage } = exchange;
    const reader = await requireReader(exchange);
    const { comment, recommended } = parseInput(recommendInput, exchange.input);
    await limitRate(payload, 'recommend', reader.id, address);
    const recommendations = await set(payload, comment, reader.id, recommended);
    if (asPage) return { to: readerRoutes.comment(comment) };
    const json: Recommended = { comment, recommended, recommendations };
    return { status: 200, json };
  },
};

async function recommends({ db }: Payload, comment: string, reader: string): Promise<boolean> {
  const { rowCount } = await db.pool.query(
    'select 1 from comment_recommendations where comment_id = $1 and reader_id = $2',
    [comment, reader],
  );
  return rowCount === 1;
}

/** The row of the comment is held meanwhile, so that its number is that of those who recommend it. */
async function set(payload: Payload, comment: string, reader: string, wished: boolean): Promise<number> {
  return await inTransaction(payload, async (req) => {
    const handle = await transactionHandle(req);
    const { rows } = await handle.execute<{ reader: string | null; n: string | null }>(sql`
      select reader_id as reader, recommendations as n from comments
      where id = ${comment} and status = 'published' for no key update`);
    const [found] = rows;
    if (!found) throw gone();
    if (found.reader === reader) throw new ReaderFailure('invalid-input', { detail: details.yourOwn });
    const { rowCount } = await handle.execute(
      wished
        ? sql`insert into comment_recommendations (comment_id, reader_id) values (${comment}, ${reader}) on conflict do nothing`
        : sql`delete from comment_recommendations where comment_id = ${comment} and reader_id = ${reader}`,
    );
    if (!rowCount) return Number(found.n ?? 0);
    const counted = await handle.execute<{ n: string }>(sql`
      update comments set
        recommendations = (select count(*) from comment_recommendations where comment_id = ${comment}),
        recount_at = coalesce(recount_at, now())
      where id = ${comment} returning recommendations as n`);
    return Number(counted.rows[0]?.n);
  });
}
