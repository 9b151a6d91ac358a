import { details } from '@dateline/shared/details';
import { escapeHtml } from '@dateline/shared/html';
import { documentId } from '@dateline/shared/id';
import { reportForm, reportInput, reportReasons } from '@dateline/shared/report';
import { comingBack, readerRoutes, routes } from '@dateline/shared/routes';
import { sql } from '@payloadcms/db-postgres';
import { z } from 'zod';
import { lockedRow } from '../hooks/locked-row.ts';
import { inTransaction, transactionHandle } from '../in-transaction.ts';
import { holdIfReported } from '../moderation/hold-reported.ts';
import { idOf } from '../project/reference.ts';
import type { Page } from './answer.ts';
import { publishedArticle } from './articles.ts';
import { findComments } from './comment-rows.ts';
import { drawQuoted } from './draw-quoted.ts';
import { afterFailure, drawFailure, findReader, requireReader, typed, type ReaderRoute } from './exchange.ts';
import { parseInput, ReaderFailure } from './failure.ts';
import { limitRate } from './limit-rate.ts';

/**
 * After every report that the desk may have seen, and after its last decision: whoever waited for the comment's row began
 * before what they waited for was done.
 */
const afterwards = sql`greatest(
  decided_at, (select max(created_at) from comment_reports before where before.comment_id = comments.id))`;

const gone = () => new ReaderFailure('not-found', { detail: details.commentGone });

const pageInput = z.object({ comment: z.string('Name the comment by its id.').pipe(documentId) });

const draw = (state: Omit<Parameters<typeof reportForm>[0], 'returnTo'>, about = ''): Page => ({
  title: 'Report a comment',
  html: about + reportForm({ ...state, returnTo: readerRoutes.reportComment(state.comment) }),
});

/** `GET /comments/report?comment=`: the form to report a comment, above which it stands. */
export const reportPage: ReaderRoute = {
  method: 'get',
  path: '/comments/report',
  page: true,
  act: async (exchange) => {
    const { comment } = parseInput(pageInput, exchange.input);
    const reader = await findReader(exchange);
    if (!reader) return { to: comingBack(readerRoutes.login, readerRoutes.reportComment(comment)) };
    const where = { id: { equals: comment }, status: { equals: 'published' } };
    const [row] = await findComments(exchange.payload, where, 1);
    if (!row) throw gone();
    return { status: 200, page: draw({ comment }, drawQuoted(row, exchange.options.publicURL)) };
  },
};

/** `POST /comments/report`: once for each reader and comment. Enough of them, and the comment waits for the desk again. */
export const report: ReaderRoute = {
  method: 'post',
  path: '/comments/report',
  act: async (exchange) => {
    const { payload, address, asPage } = exchange;
    const reader = await requireReader(exchange);
    const { comment, reason, note } = parseInput(reportInput, exchange.input);
    await limitRate(payload, 'report', reader.id, address);
    const said = [`${reportReasons[reason]}.`, note].filter(Boolean).join(' ');
    const article = await inTransaction(payload, async (req) => {
      const row = await lockedRow(req, 'comments', comment);
      if (row?.status !== 'published') throw gone();
      if (idOf(row.reader) === reader.id) throw new ReaderFailure('invalid-input', { detail: details.yourOwn });
      const handle = await transactionHandle(req);
      await handle.execute(sql`
        insert into comment_reports (comment_id, reader_id, reason, created_at)
        select id, ${reader.id}, ${said}, greatest(clock_timestamp(), ${afterwards} + interval '1 millisecond')
        from comments where id = ${comment}
        on conflict (comment_id, reader_id) do update set reason = excluded.reason, created_at = excluded.created_at`);
      await holdIfReported(req, comment);
      return idOf(row.article) ?? '';
    });
    if (!asPage) return { status: 204 };
    const found = await publishedArticle(payload, article);
    const back = found ? `<p><a href="${escapeHtml(routes.commentsOf(found.slug))}">Back to the comments</a></p>` : '';
    const html = `<p role="status">Thank you. The newsroom will read it.</p>${back}`;
    return { status: 200, page: { title: 'The comment is reported', html } };
  },
  redraw: (input, failure) => {
    const comment = documentId.safeParse(input.comment);
    return failure.code === 'invalid-input' && failure.fields && comment.success
      ? draw({ comment: comment.data, values: typed(input), ...afterFailure(failure) })
      : drawFailure(input, failure);
  },
};
