import type { ThreadPage } from '@dateline/shared/comment';
import type { Shown } from './draw-comment.ts';

export const newestFirst = (a: Shown, b: Shown) => b.at.localeCompare(a.at) || b.id.localeCompare(a.id);

/** What a reader sees of a thread, the newest first: of what waits again, they read their own words where others see its place. */
export function shownComments({ own, comments }: ThreadPage): Shown[] {
  const waiting = new Set(own.map(({ id }) => id));
  return [...own, ...comments.filter(({ id }) => !waiting.has(id))].toSorted(newestFirst);
}
