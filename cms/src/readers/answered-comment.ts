import type { Payload } from 'payload';
import { findComments, type CommentRow } from './comment-rows.ts';
import { ReaderFailure } from './failure.ts';

/**
 * The comment that somebody answers, which must be public and under the same article.
 * @throws ReaderFailure `not-found`, for one that waits as for one that never was.
 */
export async function answeredComment(payload: Payload, article: string, id: string): Promise<CommentRow> {
  const where = { id: { equals: id }, article: { equals: article }, status: { equals: 'published' } };
  const [row] = await findComments(payload, where, 1);
  if (!row) throw new ReaderFailure('not-found', { detail: 'The comment that you answer is not there any more.' });
  return row;
}
