import { editInput, withdrawInput } from '@dateline/shared/comment';
import { details } from '@dateline/shared/details';
import { editForm, type PlainFormState } from '@dateline/shared/forms';
import { escapeHtml } from '@dateline/shared/html';
import { documentId } from '@dateline/shared/id';
import { comingBack, readerRoutes, routes } from '@dateline/shared/routes';
import { sql } from '@payloadcms/db-postgres';
import { lockedRow } from '../hooks/locked-row.ts';
import { inTransaction, transactionHandle } from '../in-transaction.ts';
import { judge } from '../moderation/judge.ts';
import { writeLog } from '../moderation/write-log.ts';
import { idOf } from '../project/reference.ts';
import type { Page } from './answer.ts';
import { publishedArticle } from './articles.ts';
import { asOwn, commentRow, editableUntil, type CommentRow } from './comment-rows.ts';
import { editMinutes } from './edit-minutes.ts';
import {
  afterFailure,
  drawFailure,
  findReader,
  requireReader,
  typed,
  type Exchange,
  type ReaderRoute,
} from './exchange.ts';
import { parseInput, ReaderFailure } from './failure.ts';
import { limitRate } from './limit-rate.ts';
import { ownCommentRow } from './own-comment-row.ts';
import { requireActive } from './require-active.ts';

const tooLate = () => new ReaderFailure('edit-closed', { detail: details.canDelete });

const draw = (state: PlainFormState & { comment: string }): Page => ({
  title: 'Change your comment',
  html: editForm(state),
});

/** `GET /comments/edit?comment=`: the form with one's own comment in it. */
export const editPage: ReaderRoute = {
  method: 'get',
  path: '/comments/edit',
  page: true,
  act: async (exchange) => {
    const { comment } = parseInput(withdrawInput, exchange.input);
    const reader = await findReader(exchange);
    if (!reader) return { to: comingBack(readerRoutes.login, readerRoutes.editComment(comment)) };
    const row = await ownCommentRow(exchange.payload, reader.id, comment);
    if (editableUntil(row, await editMinutes(exchange.payload)) === null) throw tooLate();
    return { status: 200, page: draw({ comment, values: { body: row.body } }) };
  },
};

/** `POST /comments/edit`: within the newsroom's minutes, and judged like a new one. The same text again changes nothing. */
export const edit: ReaderRoute = {
  method: 'post',
  path: '/comments/edit',
  act: async (exchange) => {
    const { payload, options, address, asPage } = exchange;
    const reader = await requireReader(exchange);
    const { comment, body } = parseInput(editInput, exchange.input);
    const before = await ownCommentRow(payload, reader.id, comment);
    const minutes = await editMinutes(payload);
    await limitRate(payload, 'edit', reader.id, address);
    const row = before.body === body ? before : await change(exchange, reader.id, before, body, minutes);
    if (!asPage) return { status: 200, json: asOwn(row, options.publicURL, minutes) };
    const article = await publishedArticle(payload, row.article);
    if (row.status === 'published') return { to: readerRoutes.comment(row.id) };
    const back = article
      ? `<p><a href="${escapeHtml(routes.commentsOf(article.slug))}">Back to the article</a></p>`
      : '';
    const html = `<p role="status">It is stored, and the newsroom will read it before it is shown.</p>${back}`;
    return { status: 200, page: { title: 'Your comment is waiting', html } };
  },
  redraw: (input, failure) => {
    const comment = documentId.safeParse(input.comment);
    return comment.success && failure.code !== 'not-found' && failure.code !== 'edit-closed'
      ? draw({ comment: comment.data, values: typed(input), ...afterFailure(failure) })
      : drawFailure(input, failure);
  },
};

/**
 * Changes the text. What waited goes on waiting, whatever the checks say now: the desk may have its own reasons.
 * @throws ReaderFailure for a text that is refused, where the time is over, and where its reader was suspended in the meantime.
 */
async function change(
  { payload, options, address }: Exchange,
  reader: string,
  before: CommentRow,
  body: string,
  minutes: number,
): Promise<CommentRow> {
  if (editableUntil(before, minutes) === null) throw tooLate();
  const { id, article } = before;
  const judgement = await judge(payload, { article, reader, body, address, comment: id }, options);
  if (!judgement) throw new ReaderFailure('not-found', { detail: details.notYours });
  if ('refused' in judgement) {
    const { because, detail = because === 'terms-changed' ? details.agreeFirst : undefined } = judgement.refused;
    throw new ReaderFailure(because, detail === undefined ? {} : { detail });
  }
  return await inTransaction(payload, async (req) => {
    const row = await lockedRow(req, 'comments', id);
    if (!row || idOf(row.reader) !== reader) {
      throw new ReaderFailure('not-found', { detail: details.notYours });
    }
    const now = commentRow(row);
    if (editableUntil(now, minutes) === null) throw tooLate();
    if (now.body === body) return now;
    const handle = await transactionHandle(req);
    await requireActive(handle, reader);
    await handle.execute(sql`insert into comment_versions (comment_id, body) values (${id}, ${now.body})`);
    const { status, heldFor, fingerprint } = judgement;
    const waits = now.status === 'held';
    const data = {
      body,
      editedAt: new Date().toISOString(),
      fingerprint,
      ...(!waits && { status, heldFor }),
    } as never;
    await writeLog(req, {
      act: 'edit',
      comment: id,
      article,
      reader,
      before: now.status,
      after: waits ? 'held' : status,
    });
    return commentRow(await req.payload.update({ collection: 'comments', id, data, depth: 0, req }));
  });
}
