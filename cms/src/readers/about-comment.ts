import { escapeHtml } from '@dateline/shared/html';
import { routes } from '@dateline/shared/routes';
import { answeredComment } from './answered-comment.ts';
import type { CommentedArticle } from './articles.ts';
import { drawQuoted } from './draw-quoted.ts';
import type { Exchange } from './exchange.ts';

/**
 * What stands above a form to write: the article, and the comment that is answered.
 * @throws ReaderFailure `not-found`, where there is no such comment any more.
 */
export async function aboutComment(
  { payload, options }: Pick<Exchange, 'payload' | 'options'>,
  { id, slug, headline }: CommentedArticle,
  parent: string | undefined,
): Promise<string> {
  const about = `<p>On <a href="${escapeHtml(routes.article(slug))}">${escapeHtml(headline)}</a></p>`;
  return parent ? about + drawQuoted(await answeredComment(payload, id, parent), options.publicURL) : about;
}
