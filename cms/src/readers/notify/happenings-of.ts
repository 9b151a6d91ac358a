import type { Notice } from './notice.ts';

/** What a change to a comment was. */
interface Change {
  status: string;
  /** Its status before; undefined for a comment that is new. */
  before: string | undefined;
  /** Whose it is, if anybody's. */
  reader: string | null | undefined;
  reason?: string | null | undefined;
  /** Whose the comment is that it replies to, if it does. */
  parentReader?: string | null | undefined;
}

interface Happened extends Omit<Notice, 'comment'> {
  /** Who is told. */
  reader: string;
}

/**
 * Who is told of a change to a comment, and what. Of their own only where the desk has decided: what was published at
 * once is no news to its writer. Nobody is told of their own reply.
 */
export function happeningsOf({ status, before, reader, reason, parentReader }: Change): Happened[] {
  const told: Happened[] = [];
  if (reader && before !== undefined && before !== status) {
    if (status === 'published' && before === 'held') told.push({ reader, what: 'approved' });
    if (status === 'refused') told.push({ reader, what: 'refused', reason });
    if (status === 'removed' && before === 'published') told.push({ reader, what: 'removed', reason });
  }
  const isNewlyPublic = status === 'published' && before !== 'published';
  if (isNewlyPublic && parentReader && parentReader !== reader) told.push({ reader: parentReader, what: 'reply' });
  return told;
}
