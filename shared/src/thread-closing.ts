import type { Article } from './article.ts';
import type { Closure } from './closure.ts';
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

/**
 * The end of the last of some closures: the instant in milliseconds, -Infinity where there is none, Infinity where one never
 * ends.
 */
export const closuresEnd = (closures: readonly Pick<Closure, 'until'>[]): number =>
  Math.max(...closures.map(({ until }) => (until === null ? Infinity : Date.parse(until))));

/**
 * Whether nobody can comment under an article now, and the instant up to which that stays so by itself: Infinity for ever.
 * @param closed Until when whom or what it mentions closes it, in milliseconds; -Infinity where nothing does.
 */
export function threadAt(
  article: Parameters<typeof threadCloses>[0],
  settings: Parameters<typeof threadCloses>[1],
  closed: number,
  now: number,
): { isClosed: boolean; until: number } {
  const closes = threadCloses(article, settings);
  if (now >= closes) return { isClosed: true, until: Infinity };
  if (now < closed) return { isClosed: true, until: closed < closes ? closed : Infinity };
  return { isClosed: false, until: closes };
}
