import { details } from '@dateline/shared/details';
import type { Payload } from 'payload';
import { findComments, type CommentRow } from './comment-rows.ts';
import { ReaderFailure } from './failure.ts';

/**
 * A reader's own comment.
 * @throws ReaderFailure `not-found`, for somebody else's as for one that never was.
 */
export async function ownCommentRow(payload: Payload, reader: string, id: string): Promise<CommentRow> {
  const [row] = await findComments(payload, { id: { equals: id }, reader: { equals: reader } }, 1);
  if (!row) throw new ReaderFailure('not-found', { detail: details.notYours });
  return row;
}
