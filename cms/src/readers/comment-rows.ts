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
export const commentRow = (doc: Record<string, any>): CommentRow => ({
  id: String(doc.id),
  article: String(doc.article),
  authorName: doc.authorName ?? '',
  body: doc.body,
  status: doc.status,
  createdAt: doc.createdAt,
  publishedAt: doc.publishedAt ?? null,
});

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
