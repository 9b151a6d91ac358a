import type { Article } from './article.ts';
import type { Settings } from './settings.ts';

const day = 86_400_000;

/**
 * From when on nobody can comment under an article: the instant in milliseconds, -Infinity for always, Infinity for never.
 */
export function threadCloses(
  {
    comments,
    publishedAt,
    commentsCloseAfterDays,
  }: Pick<Article, 'comments' | 'publishedAt' | 'commentsCloseAfterDays'>,
  { threads }: Pick<Settings, 'threads'>,
): number {
  if (threads.closed || comments === 'closed') return -Infinity;
  const days = commentsCloseAfterDays ?? threads.closeAfterDays;
  return days > 0 ? Date.parse(publishedAt) + days * day : Infinity;
}
