import type { ThreadPage } from '@dateline/shared/comment';
import type { Shown } from './draw-comment.ts';

export const newestFirst = (a: Shown, b: Shown) => b.at.localeCompare(a.at) || b.id.localeCompare(a.id);

/** What a reader sees of a thread, the newest first: of what waits again, they read their own words where others see its place. */
export function shownComments({ own, comments }: ThreadPage): Shown[] {
  const waiting = new Set(own.map(({ id }) => id));
  return [...own, ...comments.filter(({ id }) => !waiting.has(id))].toSorted(newestFirst);
}

/**
 * Without the public conversations that older pages have.
 * @param since When the page's last one began; undefined where it has them all.
 * @param has Whether the page has a comment.
 */
export const ofPage = (comments: readonly Shown[], since: string | undefined, has: (comment: string) => boolean) =>
  comments.filter(
    ({ id, at, root, ...rest }) => since === undefined || root !== null || 'state' in rest || at > since || has(id),
  );
