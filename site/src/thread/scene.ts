import type { Scene } from './draw-comment.ts';

/** Where the comments of a thread's element are drawn. */
export function sceneOf({ dataset }: HTMLElement): Scene {
  const { timeZone = 'UTC', authors = '', correctedAt = null, closed } = dataset;
  return { timeZone, authors: authors.split(' '), correctedAt, closed: closed !== undefined };
}
