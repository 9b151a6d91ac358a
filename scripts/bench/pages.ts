import type { Article } from '@dateline/shared/article';
import { routes } from '@dateline/shared/routes';
import path from 'node:path';
import type { World } from './archive/world.ts';

/** Where a path's file lies. */
export const fileAt = (publicDir: string, at: string) =>
  path.join(publicDir, at.endsWith('/') ? `${at}index.html` : at);

/**
 * The lists that show an article which is newer than all others, by path.
 * @param world Whom and what it may name.
 */
export function listsOf({ people, places, topics }: World): (article: Article) => string[] {
  const pages = new Map([
    ...people.map(({ id, slug }) => [id, routes.person(slug)] as const),
    ...places.map(({ id, slug }) => [id, routes.place(slug)] as const),
    ...topics.map(({ id, slug }) => [id, routes.topic(slug)] as const),
  ]);
  return ({ publishedAt, dateline, authors, mentions, topics: about }) => {
    const named = [dateline.place ?? '', ...authors, ...mentions.people, ...mentions.places, ...about];
    const month = publishedAt.slice(0, 7);
    return [
      routes.home,
      routes.atom,
      routes.archive(month),
      routes.sitemapOfMonth(month),
      ...new Set(named.flatMap((id) => pages.get(id) ?? [])),
    ];
  };
}
