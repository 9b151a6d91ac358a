import { randomUUID } from 'node:crypto';
import { commentInput, type CommentInput } from '@dateline/shared/comment';
import { commentForm } from '@dateline/shared/forms';
import { escapeHtml } from '@dateline/shared/html';
import { comingBack, readerRoutes, routes } from '@dateline/shared/routes';
import type { Payload } from 'payload';
import { z } from 'zod';
import { inTransaction } from '../in-transaction.ts';
import type { Page } from './answer.ts';
import { publishedArticle, type CommentedArticle } from './articles.ts';
import { asOwn, commentRow, findComments, type CommentRow } from './comment-rows.ts';
import { requireReader, sayFailure, typed, type ReaderRoute } from './exchange.ts';
import { parseInput, ReaderFailure } from './failure.ts';
import { limitRate } from './limit-rate.ts';
import { moderate } from './moderation.ts';
import type { SignedInReader } from './session.ts';

/** More links than these, and a comment waits for the desk. */
const links = 2;

/** `POST /comments`: an acknowledged comment is stored, and the same key gives the same comment again. */
export const postComment: ReaderRoute = {
  method: 'post',
  path: '/comments',
  act: async (exchange) => {
    const { payload, address, asPage } = exchange;
    const reader = await requireReader(exchange);
    const input = parseInput(commentInput, exchange.input);
    const row = (await sentBefore(payload, reader, input)) ?? (await post(payload, reader, input, address));
    if (!asPage) return { status: 201, json: asOwn(row) };
    const article = await publishedArticle(payload, row.article);
    if (row.status === 'published' && article) return { to: routes.comment(article.slug, row.id) };
    return { status: 201, page: waitingPage(article) };
  },
  redraw: (input, failure) => {
    const { article = '', key = '', body = '' } = typed(input);
    return drawCommentPage({
      article,
      key: z.uuid().safeParse(key).success ? key : randomUUID(),
      body,
      failure,
    });
  },
};

/** The page of the comment form, for readers without script. `failure` says what was wrong; the text stays. */
export function drawCommentPage(state: {
  article: string;
  key: string;
  body: string;
  failure?: ReaderFailure;
  about?: string;
}): Page {
  const returnTo = `${readerRoutes.newComment}?article=${encodeURIComponent(state.article)}`;
  const logIn = escapeHtml(comingBack(readerRoutes.login, returnTo));
  const form = commentForm({
    article: state.article,
    key: state.key,
    values: { body: state.body },
    returnTo,
    ...(state.failure?.fields && { fields: state.failure.fields }),
    ...(state.failure && { error: sayFailure(state.failure) }),
  });
  const aside =
    state.failure?.code === 'login-required'
      ? `<p class="aside"><a href="${logIn}" target="_blank">Log in in a new window</a>, then come back here and send it again.</p>`
      : '';
  return { title: 'Write a comment', html: `${state.about ?? ''}${aside}${form}` };
}

function waitingPage(article: CommentedArticle | undefined): Page {
  const back = article ? `<p><a href="${escapeHtml(routes.commentsOf(article.slug))}">Back to the article</a></p>` : '';
  const html = `<p role="status">Thank you. It is stored, and the newsroom will read it before it is shown.</p>${back}`;
  return { title: 'Your comment is waiting', html };
}

async function sentBefore(
  payload: Payload,
  reader: SignedInReader,
  { key }: CommentInput,
): Promise<CommentRow | undefined> {
  const [row] = await findComments(payload, { reader: { equals: reader.id }, key: { equals: key } }, 1);
  return row;
}

async function post(
  payload: Payload,
  reader: SignedInReader,
  input: CommentInput,
  address: string | undefined,
): Promise<CommentRow> {
  const article = await publishedArticle(payload, input.article);
  if (!article) throw new ReaderFailure('not-found', { detail: 'There is no such article.' });
  await limitRate(payload, 'post', reader.id, address);
  const verdict = moderate({
    comment: input,
    reader: { status: reader.status, approved: await countApproved(payload, reader) },
    thread: article,
    policy: { holdNew: await holdNew(payload), links },
  });
  if (verdict.do === 'refuse') throw new ReaderFailure(verdict.because);
  const data = {
    article: article.id,
    reader: reader.id,
    authorName: reader.name,
    body: input.body,
    key: input.key,
    status: verdict.do === 'publish' ? 'published' : 'held',
  };
  try {
    const doc = await inTransaction(payload, (req) => payload.create({ collection: 'comments', data, depth: 0, req }));
    return commentRow(doc);
  } catch (error) {
    // A twin that was sent at the same moment came first; the unique index refused this one.
    const twin = await sentBefore(payload, reader, input);
    if (twin) return twin;
    throw error;
  }
}

async function countApproved(payload: Payload, reader: SignedInReader): Promise<number> {
  const where = { reader: { equals: reader.id }, status: { equals: 'published' } };
  return (await payload.count({ collection: 'comments', where })).totalDocs;
}

async function holdNew(payload: Payload): Promise<boolean> {
  const settings = await payload.findGlobal({ slug: 'newsroom-settings', depth: 0 });
  return settings.moderation?.holdNew ?? true;
}
