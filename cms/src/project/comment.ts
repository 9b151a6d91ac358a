import type { z } from 'zod';
import { commentHtml, type publishedComment } from '@dateline/shared/comment';
import { idOf, instantOf, textOf } from './reference.ts';
import type { Row } from './row.ts';

/** A comment as everybody reads it. One that was taken down leaves its place, without author or text. */
export function projectComment(row: Row): z.input<typeof publishedComment> {
  const removed = row.status !== 'published';
  return {
    id: row.id,
    article: idOf(row.article) ?? '',
    author: removed ? '' : textOf(row.authorName),
    html: removed ? '' : commentHtml(textOf(row.body)),
    at: instantOf(row.publishedAt) ?? instantOf(row.createdAt) ?? '',
    removed,
  };
}
