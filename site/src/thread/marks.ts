import type { PublishedComment } from '@dateline/shared/comment';
import type { Words } from '@dateline/shared/english';

type Marked = Pick<PublishedComment, 'staff' | 'person' | 'pick' | 'written'>;

/** What of a story its comments are held against. */
export interface Commented {
  /** Who wrote it, by id. */
  authors: readonly string[];
  /** When it was corrected last; null where it never was. */
  correctedAt: string | null;
}

/** What the newsroom says of a comment's writer, and of the comment, in a word each. */
export const badgesOf = ({ staff, person, pick }: Marked, { authors }: Commented, words: Words): string[] => [
  ...(person !== null && authors.includes(person) ? [words.author] : []),
  ...(staff ? [words.staff] : []),
  ...(pick ? [words.pick] : []),
];

/** Whether a comment is about the story as it was before its last correction. */
export const isBeforeCorrection = ({ written }: Pick<Marked, 'written'>, { correctedAt }: Commented) =>
  correctedAt !== null && written < correctedAt;

export const sayRecommended = (count: number, words: Words) => (count > 0 ? words.recommended(count) : '');
