import { randomUUID } from 'node:crypto';
import { escapeHtml } from '@dateline/shared/html';
import { documentId } from '@dateline/shared/id';
import { comingBack, readerRoutes, routes } from '@dateline/shared/routes';
import { z } from 'zod';
import { publishedArticle } from './articles.ts';
import { findReader, type ReaderRoute } from './exchange.ts';
import { parseInput, ReaderFailure } from './failure.ts';
import { drawCommentPage } from './post-comment.ts';

const newCommentInput = z.object({ article: z.string('Name the article by its id.').pipe(documentId) });

/** `GET /comments/new?article=`: the form under an article, as a page of its own, for readers without script. */
export const newCommentPage: ReaderRoute = {
  method: 'get',
  path: '/comments/new',
  page: true,
  act: async (exchange) => {
    const input = parseInput(newCommentInput, exchange.input);
    const article = await publishedArticle(exchange.payload, input.article);
    if (!article) throw new ReaderFailure('not-found', { detail: 'There is no such article.' });
    if (article.mode === 'closed') throw new ReaderFailure('thread-closed');
    const reader = await findReader(exchange);
    if (!reader) return { to: comingBack(readerRoutes.login, `${readerRoutes.newComment}?article=${article.id}`) };
    const about = `<p>On <a href="${escapeHtml(routes.article(article.slug))}">${escapeHtml(article.headline)}</a></p>`;
    return { status: 200, page: drawCommentPage({ article: article.id, key: randomUUID(), body: '', about }) };
  },
};
