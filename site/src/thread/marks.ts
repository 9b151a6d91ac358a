import type { PublishedComment } from '@dateline/shared/comment';

type Marked = Pick<PublishedComment, 'staff' | 'person' | 'pick' | 'at'>;

/** What of a story its comments are held against. */
export interface Commented {
  /** Who wrote it, by id. */
  authors: readonly string[];
  /** When it was corrected last; null where it never was. */
  correctedAt: string | null;
}

/** What the newsroom says of a comment's writer, and of the comment, in a word each. */
export const badgesOf = ({ staff, person, pick }: Marked, { authors }: Commented): string[] => [
  ...(person !== null && authors.includes(person) ? ['Author of the story'] : []),
  ...(staff ? ['Staff'] : []),
  ...(pick ? ['Editor’s pick'] : []),
];

/** Whether a comment is about the story as it was before its last correction. */
export const isBeforeCorrection = ({ at }: Pick<Marked, 'at'>, { correctedAt }: Commented) =>
  correctedAt !== null && at < correctedAt;

export const sayRecommended = (n: number) => (n > 0 ? `${n} ${n === 1 ? 'recommends' : 'recommend'} it` : '');
