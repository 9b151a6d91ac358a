import type { Standing } from '../snapshot/routes.ts';
import { redirectsPath, threadFeedAt } from '../snapshot/paths.ts';

/** A path to look at. */
export interface Task {
  path: string;
  standing: Standing;
  /** Of the bytes in place; null where there are none, or nobody knows. */
  hash: string | null;
}

/**
 * The order that keeps a reader from following a link to a page that is not there yet, or no longer:
 * new pages first, since only changed ones link to them; among these the articles, then what lists
 * them, then the files that machines read; redirects and removals last.
 * Within a rank the order is free.
 */
export function rank({ path, standing, hash }: Task): number {
  if (standing.is === 'nothing') return 8;
  if (standing.is === 'redirect') return 7;
  if (path === redirectsPath) return 6;
  // Feeds of threads among them, which the article's page names.
  if (hash === null && /^\/(articles|comments)\//.test(path)) return 0;
  if (!path.endsWith('/')) return 5;
  if (hash === null) return 1;
  if (path.startsWith('/articles/')) return 2;
  return path === '/' ? 4 : 3;
}

/** The first of the ranks at which a path is left: what leads there has to be in place without it. */
export const leaving = 6;

/**
 * What is not even begun before all that comes first is in place: the feed of a thread, for which machines come by later, would
 * take time from the page on which a comment is awaited.
 */
export const isUnhurried = ({ path }: Task): boolean => threadFeedAt(path) !== undefined;
