import type { Scene } from './draw-comment.ts';

/** Where the comments of a thread's element are drawn. */
export function sceneOf({ dataset }: HTMLElement): Scene {
  const { timeZone = 'UTC', authors = '', correctedAt = null, mode } = dataset;
  return { timeZone, authors: authors.split(' '), correctedAt, closed: mode === 'closed' };
}
