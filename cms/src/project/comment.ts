import type { publishedComment } from '@dateline/shared/comment';
import type { z } from 'zod';
import { commentHtml } from './comment-html.ts';
import { idOf, instantOf, textOf } from './reference.ts';
import type { Row } from './row.ts';

/**
 * A comment as everybody reads it. One that is not shown leaves its place, without author or text.
 * @param publicURL The site's own origin.
 */
export function projectComment(row: Row, publicURL: string): z.input<typeof publishedComment> {
  const removed = row.status !== 'published';
  return {
    id: row.id,
    article: idOf(row.article) ?? '',
    parent: idOf(row.parent),
    root: idOf(row.root),
    author: removed ? '' : textOf(row.authorName),
    html: removed ? '' : commentHtml(textOf(row.body), publicURL),
    at: instantOf(row.publishedAt) ?? instantOf(row.createdAt) ?? '',
    written: instantOf(row.createdAt) ?? '',
    edited: removed ? null : instantOf(row.editedAt),
    removed,
    waiting: row.status === 'held',
    recommendations: removed ? 0 : Number(row.recommendations ?? 0),
    pinned: !removed && row.pinned === true,
    pick: !removed && row.pick === true,
    staff: !removed && row.authorStaff === true,
    person: removed ? null : idOf(row.authorPerson),
  };
}
