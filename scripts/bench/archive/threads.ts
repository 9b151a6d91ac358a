import type { PublishedComment } from '@dateline/shared/comment';
import { below, idOf, randomOf } from './numbers.ts';
import type { World } from './world.ts';

/** Most stories have no comment, some a few, and one in a thousand a hundred and twenty. */
function countOf(seed: number, age: number): number {
  if (age % 1_000 === 503) return 120;
  if (age % 10 !== 3) return 0;
  return 1 + Math.floor(9 * randomOf(seed, 'comment', age)() ** 2);
}

/** A comment of a story; what is said in it follows from its number. */
export function commentOf({ seed, words }: World, number: number, article: string, at: string): PublishedComment {
  const random = randomOf(seed, 'comment', number);
  const body = Array.from({ length: 1 + below(random, 4) }, () => words.sentence(random)).join(' ');
  const author = `Reader ${1 + below(random, 900)}`;
  return {
    id: idOf('comment', number),
    article,
    parent: null,
    root: null,
    author,
    html: `<p>${body}</p>`,
    at,
    written: at,
    edited: null,
    removed: false,
    waiting: false,
    recommendations: 0,
    pinned: false,
    pick: false,
    staff: false,
    person: null,
  };
}

/** The comments under a story of the archive, the oldest first, one every ten minutes after it was published. */
export function threadOf(world: World, age: number, article: string, since: number): PublishedComment[] {
  return Array.from({ length: countOf(world.seed, age) }, (_, index) =>
    commentOf(world, age * 1_000 + index, article, new Date(since + (index + 1) * 600_000).toISOString()),
  );
}
