import type { Standing } from '../snapshot/routes.ts';
import { redirectsPath } from '../snapshot/paths.ts';

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
 */
function rank({ path, standing, hash }: Task): number {
  if (standing.is === 'nothing') return 8;
  if (standing.is === 'redirect') return 7;
  if (path === redirectsPath) return 6;
  if (!path.endsWith('/')) return 5;
  if (hash === null) return path.startsWith('/articles/') ? 0 : 1;
  if (path.startsWith('/articles/')) return 2;
  return path === '/' ? 4 : 3;
}

/** Puts tasks into stages: all of one is in place before the next begins. Within a stage the order is free. */
export function plan(tasks: readonly Task[]): Task[][] {
  const stages = Map.groupBy(tasks, rank);
  return [...stages.keys()].sort((a, b) => a - b).map((at) => stages.get(at) ?? []);
}
