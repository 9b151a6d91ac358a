import { randomUUID } from 'node:crypto';
import { commentInput, type CommentInput } from '@dateline/shared/comment';
import { details } from '@dateline/shared/details';
import { commentForm } from '@dateline/shared/forms';
import { escapeHtml } from '@dateline/shared/html';
import { documentId } from '@dateline/shared/id';
import { comingBack, readerRoutes, routes } from '@dateline/shared/routes';
import type { Payload } from 'payload';
import { z } from 'zod';
import { judge } from '../moderation/judge.ts';
import { aboutComment } from './about-comment.ts';
import { agreeTo, drawTerms } from './account/agree.ts';
import type { Page } from './answer.ts';
import { publishedArticle, type CommentedArticle } from './articles.ts';
import { placeUnder } from './answered-comment.ts';
import { asOwn, findComments, type CommentRow } from './comment-rows.ts';
import { editMinutesKnown } from './edit-minutes.ts';
import { requireReader, afterFailure, typed, type Exchange, type ReaderRoute } from './exchange.ts';
import { parseInput, ReaderFailure } from './failure.ts';
import { addressOf } from './find-comment.ts';
import { limitRate } from './limit-rate.ts';
import { writing } from './priority.ts';
import { accountPolicy } from './retention/policy.ts';
import type { SignedInReader } from './session.ts';
import { storeComment } from './store-comment.ts';

/** `POST /comments`: an acknowledged comment is stored, and the same text with the same key gives the same comment again. */
export const postComment: ReaderRoute = {
  method: 'post',
  path: '/comments',
  act: async (exchange) => {
    const { payload, options, asPage } = exchange;
    const reader = await requireReader(exchange);
    const input = parseInput(commentInput, exchange.input);
    requireSame(reader, input.reader);
    const row = await writing.goAhead(() => postOnce(exchange, reader, input));
    if (!asPage) return { status: 201, json: asOwn(row, options.publicURL, await editMinutesKnown(payload)) };
    const article = await publishedArticle(payload, row.article);
    if (row.status === 'published' && article) return { to: addressOf(article.slug, row) };
    return { status: 201, page: waitingPage(article) };
  },
  redraw: async (input, failure, exchange) => {
    const { article = '', key = '', body = '', parent = '' } = typed(input);
    return drawCommentPage({
      article,
      key: z.uuid().safeParse(key).success && failure.code !== 'key-used' ? key : randomUUID(),
      body,
      parent,
      failure,
      about: await aboutAgain(exchange, article, parent),
    });
  },
};

/**
 * Nobody posts under another name than the page shows them.
 * @param shown Whom it shows, if it says.
 */
function requireSame({ id, name }: SignedInReader, shown: string | undefined): void {
  if (shown !== undefined && shown !== id) throw new ReaderFailure('other-reader', { reader: { id, name } });
}

/** What the form was about. Where that is not to be had, what was typed is drawn without it. */
async function aboutAgain(exchange: Exchange | undefined, id: string, parent: string): Promise<string> {
  try {
    const article = exchange && (await publishedArticle(exchange.payload, documentId.parse(id)));
    return article ? await aboutComment(exchange, article, parent || undefined) : '';
  } catch {
    return '';
  }
}

/** The page of the comment form, for readers without script. `failure` says what was wrong; the text stays. */
export function drawCommentPage(state: {
  article: string;
  key: string;
  body: string;
  parent?: string;
  failure?: ReaderFailure;
  about?: string;
}): Page {
  const returnTo = readerRoutes.writeComment(state.article, state.parent);
  const logIn = escapeHtml(comingBack(readerRoutes.login, returnTo));
  const form = commentForm({
    article: state.article,
    key: state.key,
    ...(state.parent && { parent: state.parent }),
    values: { body: state.body },
    returnTo,
    ...(state.failure && { ...afterFailure(state.failure), terms: state.failure.terms }),
  });
  const aside =
    state.failure?.code === 'login-required'
      ? `<p class="aside"><a href="${logIn}" target="_blank">Log in in a new window</a>, then come back here and send it again.</p>`
      : '';
  return { title: state.parent ? 'Write a reply' : 'Write a comment', html: `${state.about ?? ''}${aside}${form}` };
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

/** Whether it says the same in the same place, so that it is no second comment. */
const isTwin = (row: CommentRow, { article, parent, body }: CommentInput) =>
  row.article === article && row.parent === (parent ?? null) && row.body === body;

/**
 * Nearly always it is new, so nothing is asked first. Where it was sent before, or is at the same moment, the checks or the unique
 * index refuse this one, and the first is the answer.
 * @throws ReaderFailure `key-used`, where the first says something else.
 */
async function postOnce(exchange: Exchange, reader: SignedInReader, input: CommentInput): Promise<CommentRow> {
  try {
    return await post(exchange, reader, input);
  } catch (error) {
    const twin = await sentBefore(exchange.payload, reader, input);
    if (!twin) throw error;
    if (!isTwin(twin, input)) throw new ReaderFailure('key-used');
    return twin;
  }
}

async function termsChanged(payload: Payload): Promise<ReaderFailure> {
  const { terms, termsVersion } = await accountPolicy(payload);
  return new ReaderFailure('terms-changed', { terms: { version: termsVersion, html: drawTerms(terms) } });
}

async function post(
  { payload, options, address }: Exchange,
  reader: SignedInReader,
  input: CommentInput,
): Promise<CommentRow> {
  await limitRate(payload, 'post', reader.id, address);
  if (input.agree !== undefined) await agreeTo(payload, reader.id, input.agree);
  const judgement = await judge(
    payload,
    { article: input.article, reader: reader.id, body: input.body, address },
    options,
  );
  if (!judgement) throw new ReaderFailure('not-found', { detail: details.noArticle });
  if ('refused' in judgement) {
    const { because, detail } = judgement.refused;
    if (because === 'terms-changed') throw await termsChanged(payload);
    throw new ReaderFailure(because, detail === undefined ? {} : { detail });
  }
  return await storeComment(payload, {
    article: input.article,
    ...(input.parent && (await placeUnder(payload, input.article, input.parent))),
    reader: reader.id,
    authorName: reader.name,
    authorStaff: reader.staff,
    authorPerson: reader.person,
    body: input.body,
    key: input.key,
    ...judgement,
  });
}
