import type { CommentState, OwnComment, PublishedComment } from '@dateline/shared/comment';
import type { Payload, Where } from 'payload';
import { commentHtml } from '../project/comment-html.ts';

/** A comment as it is stored. */
export interface CommentRow {
  id: string;
  article: string;
  parent: string | null;
  root: string | null;
  authorName: string;
  body: string;
  status: CommentState | 'removed';
  createdAt: string;
  publishedAt: string | null;
  recommendations: number;
  pinned: boolean;
  pick: boolean;
  authorStaff: boolean;
  authorPerson: string | null;
  editedAt: string | null;
  withdrawnAt: string | null;
}

/** Comments that fit, the newest first. @param by Which of their instants says how new they are. */
export async function findComments(
  payload: Payload,
  where: Where,
  limit: number,
  by: 'publishedAt' | 'createdAt' = 'publishedAt',
): Promise<CommentRow[]> {
  const { docs } = await payload.find({
    collection: 'comments',
    where,
    sort: [`-${by}`, '-id'],
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
    parent: stored.parent ?? null,
    root: stored.root ?? null,
    authorName: stored.authorName ?? '',
    body: stored.body,
    status: stored.status,
    createdAt: stored.createdAt,
    publishedAt: stored.publishedAt ?? null,
    recommendations: Number(stored.recommendations ?? 0),
    pinned: stored.pinned ?? false,
    pick: stored.pick ?? false,
    authorStaff: stored.authorStaff ?? false,
    authorPerson: stored.authorPerson ?? null,
    editedAt: stored.editedAt ?? null,
    withdrawnAt: stored.withdrawnAt ?? null,
  };
}

const marksOf = ({ recommendations, pinned, pick, authorStaff, authorPerson }: CommentRow) => ({
  recommendations,
  pinned,
  pick,
  staff: authorStaff,
  person: authorPerson,
});

const unmarked = { recommendations: 0, pinned: false, pick: false, staff: false, person: null };

/** As everybody sees it. */
export const asPublished = (row: CommentRow, publicURL: string): PublishedComment => {
  const removed = row.status !== 'published';
  return {
    id: row.id,
    article: row.article,
    parent: row.parent,
    root: row.root,
    author: removed ? '' : row.authorName,
    html: removed ? '' : commentHtml(row.body, publicURL),
    at: row.publishedAt ?? row.createdAt,
    written: row.createdAt,
    edited: removed ? null : row.editedAt,
    removed,
    waiting: row.status === 'held',
    ...(removed ? unmarked : marksOf(row)),
  };
};

/**
 * Until when its reader can change what a comment says; null where that is over.
 * @param minutes The newsroom's.
 */
export function editableUntil({ status, createdAt }: CommentRow, minutes: number): string | null {
  if (minutes === 0 || (status !== 'published' && status !== 'held')) return null;
  const until = Date.parse(createdAt) + minutes * 60_000;
  return until > Date.now() ? new Date(until).toISOString() : null;
}

/**
 * As its author sees it.
 * @param minutes In which it can be changed.
 */
export const asOwn = (row: CommentRow, publicURL: string, minutes: number): OwnComment => ({
  id: row.id,
  article: row.article,
  parent: row.parent,
  root: row.root,
  author: row.authorName,
  html: commentHtml(row.body, publicURL),
  at: row.publishedAt ?? row.createdAt,
  written: row.createdAt,
  ...marksOf(row),
  edited: row.editedAt,
  body: row.body,
  editableUntil: editableUntil(row, minutes),
  state: row.status === 'removed' ? 'refused' : row.status,
});
