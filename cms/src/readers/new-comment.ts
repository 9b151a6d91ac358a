import { randomUUID } from 'node:crypto';
import { details } from '@dateline/shared/details';
import { documentId } from '@dateline/shared/id';
import { comingBack, readerRoutes } from '@dateline/shared/routes';
import { z } from 'zod';
import { aboutComment } from './about-comment.ts';
import { publishedArticle } from './articles.ts';
import { findReader, type ReaderRoute } from './exchange.ts';
import { parseInput, ReaderFailure } from './failure.ts';
import { drawCommentPage } from './post-comment.ts';

const newCommentInput = z.object({
  article: z.string('Name the article by its id.').pipe(documentId),
  parent: documentId.optional(),
});

/** `GET /comments/new?article=&parent=`: the form under an article or to answer a comment, as a page of its own, for readers without script. */
export const newCommentPage: ReaderRoute = {
  method: 'get',
  path: '/comments/new',
  page: true,
  act: async (exchange) => {
    const input = parseInput(newCommentInput, exchange.input);
    const article = await publishedArticle(exchange.payload, input.article);
    if (!article) throw new ReaderFailure('not-found', { detail: details.noArticle });
    if (article.mode === 'closed') throw new ReaderFailure('thread-closed');
    const reader = await findReader(exchange);
    if (!reader) return { to: comingBack(readerRoutes.login, readerRoutes.writeComment(article.id, input.parent)) };
    return {
      status: 200,
      page: drawCommentPage({
        article: article.id,
        key: randomUUID(),
        body: '',
        about: await aboutComment(exchange, article, input.parent),
        ...(input.parent && { parent: input.parent }),
      }),
    };
  },
};
