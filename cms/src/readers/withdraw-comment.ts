import { withdrawInput } from '@dateline/shared/comment';
import { withdrawForm } from '@dateline/shared/forms';
import { escapeHtml } from '@dateline/shared/html';
import { documentId } from '@dateline/shared/id';
import { comingBack, readerRoutes, routes } from '@dateline/shared/routes';
import { sql } from '@payloadcms/db-postgres';
import type { PayloadRequest } from 'payload';
import { emitCommentNow } from '../hooks/comment.ts';
import { lockedRow } from '../hooks/locked-row.ts';
import { inTransaction, transactionHandle } from '../in-transaction.ts';
import { writeLog } from '../moderation/write-log.ts';
import { publishedArticle } from './articles.ts';
import { asPublished, type CommentRow } from './comment-rows.ts';
import { drawQuoted } from './draw-quoted.ts';
import { afterFailure, drawFailure, findReader, requireReader, type ReaderRoute } from './exchange.ts';
import { parseInput } from './failure.ts';
import { forgetWords } from './forget-words.ts';
import { limitRate } from './limit-rate.ts';
import { ownCommentRow } from './own-comment-row.ts';

const title = 'Delete your comment';

/** `GET /comments/delete?comment=`: one's own comment, and the button that deletes it. */
export const withdrawPage: ReaderRoute = {
  method: 'get',
  path: '/comments/delete',
  page: true,
  act: async (exchange) => {
    const { comment } = parseInput(withdrawInput, exchange.input);
    const reader = await findReader(exchange);
    if (!reader) return { to: comingBack(readerRoutes.login, readerRoutes.withdrawComment(comment)) };
    const row = await ownCommentRow(exchange.payload, reader.id, comment);
    if (row.withdrawnAt) return { to: readerRoutes.account };
    const about = `${drawQuoted(row, exchange.options.publicURL)}<p>What answers it stays. This cannot be undone.</p>`;
    return { status: 200, page: { title, html: about + withdrawForm({ comment }) } };
  },
};

/**
 * `POST /comments/delete`: the words go, at once and everywhere. Done once more, it stays done. The answer is the place that is left,
 * null for what was never public.
 */
export const withdraw: ReaderRoute = {
  method: 'post',
  path: '/comments/delete',
  act: async (exchange) => {
    const { payload, options, address, asPage } = exchange;
    const reader = await requireReader(exchange);
    const { comment } = parseInput(withdrawInput, exchange.input);
    const row = await ownCommentRow(payload, reader.id, comment);
    await limitRate(payload, 'edit', reader.id, address);
    await inTransaction(payload, (req) => takeBack(req, row, reader.id));
    const place = row.publishedAt === null ? null : asPublished({ ...row, status: 'removed' }, options.publicURL);
    if (!asPage) return { status: 200, json: place };
    const article = await publishedArticle(payload, row.article);
    const back = article
      ? `<p><a href="${escapeHtml(routes.commentsOf(article.slug))}">Back to the comments</a></p>`
      : '';
    return { status: 200, page: { title: 'Your comment is deleted', html: `<p role="status">It is gone.</p>${back}` } };
  },
  redraw: (input, failure) => {
    const comment = documentId.safeParse(input.comment);
    return comment.success && failure.code === 'too-many-requests'
      ? { title, html: withdrawForm({ comment: comment.data, ...afterFailure(failure) }) }
      : drawFailure(input, failure);
  },
};

/**
 * Takes a comment's words out of it, and out of all that keeps them. That the desk had turned it down stays, and when: nobody
 * deletes a refusal.
 */
async function takeBack(req: PayloadRequest, { id, article }: CommentRow, reader: string): Promise<void> {
  const row = await lockedRow(req, 'comments', id);
  if (!row || row.withdrawnAt) return;
  const handle = await transactionHandle(req);
  const isDown = row.status === 'refused' || row.status === 'removed';
  // Whoever waited for the desk's decision began before it.
  const decision = isDown
    ? sql`withdrawn_at = greatest(now(), decided_at + interval '1 millisecond')`
    : sql`withdrawn_at = now(), decided_at = now()`;
  await handle.execute(sql`
    update comments set status = 'removed', body = '', fingerprint = null, refusal = null, refusal_reason = null,
      held_for = null, updated_at = now(), ${decision}
    where id = ${id}`);
  await writeLog(req, { act: 'withdraw', comment: id, article, reader, before: String(row.status), after: 'removed' });
  await emitCommentNow(req, id);
  await forgetWords(req, [id]);
}
