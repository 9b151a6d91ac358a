import { logoutForm } from '@dateline/shared/forms';
import { escapeHtml } from '@dateline/shared/html';
import { comingBack, readerRoutes, routes } from '@dateline/shared/routes';
import { publishedArticles, type CommentedArticle } from './articles.ts';
import { asOwn, findComments, type CommentRow } from './comment-rows.ts';
import { findReader, type ReaderRoute } from './exchange.ts';
import type { SignedInReader } from './session.ts';

/** `GET /account`: who one is, what one wrote and what became of it. */
export const accountPage: ReaderRoute = {
  method: 'get',
  path: '/account',
  page: true,
  act: async (exchange) => {
    const { payload } = exchange;
    const reader = await findReader(exchange);
    if (!reader) return { to: comingBack(readerRoutes.login, readerRoutes.account) };
    const comments = await findComments(payload, { reader: { equals: reader.id } }, 50);
    const articles = await publishedArticles(payload, [...new Set(comments.map(({ article }) => article))]);
    return { status: 200, page: { title: 'Your account', html: drawAccount(reader, comments, articles) } };
  },
};

const states = {
  held: 'Waiting for the newsroom',
  published: 'Published',
  refused: 'Not published',
  removed: 'Removed',
} as const;

function drawAccount(
  reader: SignedInReader,
  comments: readonly CommentRow[],
  articles: readonly CommentedArticle[],
): string {
  const items = comments.map((row) =>
    drawComment(
      row,
      articles.find(({ id }) => id === row.article),
    ),
  );
  return [
    `<dl><dt>Name</dt><dd>${escapeHtml(reader.name)}</dd><dt>E-mail address</dt><dd>${escapeHtml(reader.email)}</dd></dl>`,
    '<h2>Your comments</h2>',
    items.length > 0 ? `<ol class="own-comments">${items.join('')}</ol>` : '<p>You have not written any yet.</p>',
    logoutForm(),
  ].join('');
}

function drawComment(row: CommentRow, article: CommentedArticle | undefined): string {
  const link =
    article && (row.status === 'published' ? routes.comment(article.slug, row.id) : routes.commentsOf(article.slug));
  const on = article && link ? ` · <a href="${escapeHtml(link)}">${escapeHtml(article.headline)}</a>` : '';
  return `<li><p class="state">${states[row.status]}${on}</p>${asOwn(row).html}</li>`;
}
