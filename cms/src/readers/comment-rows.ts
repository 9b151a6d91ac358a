import { commentHtml, type CommentState, type OwnComment, type PublishedComment } from '@dateline/shared/comment';
import type { Payload, Where } from 'payload';

/** A comment as it is stored. */
export interface CommentRow {
  id: string;
  article: string;
  authorName: string;
  body: string;
  status: CommentState | 'removed';
  createdAt: string;
  publishedAt: string | null;
}

/** Comments that fit, the newest first. */
export async function findComments(payload: Payload, where: Where, limit: number): Promise<CommentRow[]> {
  const { docs } = await payload.find({
    collection: 'comments',
    where,
    sort: ['-publishedAt', '-createdAt', '-id'],
    depth: 0,
    limit,
    pagination: false,
  });
  return docs.map((doc) => commentRow(doc));
}

/** A document of Payload's, at depth 0, as a row. */
export function commentRow(doc: object): CommentRow {
  const stored = doc as CommentRow & { authorName?: string | null };
  return {
    id: String(stored.id),
    article: String(stored.article),
    authorName: stored.authorName ?? '',
    body: stored.body,
    status: stored.status,
    createdAt: stored.createdAt,
    publishedAt: stored.publishedAt ?? null,
  };
}

/** As everybody sees it. */
export const asPublished = (row: CommentRow): PublishedComment => {
  const removed = row.status === 'removed';
  return {
    id: row.id,
    article: row.article,
    author: removed ? '' : row.authorName,
    html: removed ? '' : commentHtml(row.body),
    at: row.publishedAt ?? row.createdAt,
    removed,
  };
};

/** As its author sees it. */
export const asOwn = (row: CommentRow): OwnComment => ({
  id: row.id,
  article: row.article,
  author: row.authorName,
  html: commentHtml(row.body),
  at: row.publishedAt ?? row.createdAt,
  state: row.status === 'removed' ? 'refused' : row.status,
});
