import type { ThreadPage } from '@dateline/shared/comment';
import type { Shown } from './draw-comment.ts';

/** What a reader sees of a thread, the newest first: of what waits again, they read their own words where others see its place. */
export function shownComments({ own, comments }: ThreadPage): Shown[] {
  const waiting = new Set(own.map(({ id }) => id));
  const shown: Shown[] = [...own, ...comments.filter(({ id }) => !waiting.has(id))];
  return shown.sort((a, b) => b.at.localeCompare(a.at) || b.id.localeCompare(a.id));
}
