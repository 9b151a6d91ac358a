import { isDeepStrictEqual } from 'node:util';
import { shapes } from '@dateline/shared/feed';
import type { CollectionAfterChangeHook, CollectionAfterDeleteHook, CollectionBeforeChangeHook } from 'payload';
import { latestRow } from '../outbox/latest-row.ts';
import { writeOutbox } from '../outbox/write-outbox.ts';
import { writeRemoval } from '../outbox/write-removal.ts';
import { projectComment } from '../project/comment.ts';
import { lockedRow } from './locked-row.ts';

/** Keeps when it was decided what becomes of a comment, and when it first was public. */
export const stampDecision: CollectionBeforeChangeHook = ({ data, originalDoc }) => {
  const status = data.status ?? originalDoc?.status ?? 'held';
  if (status === (originalDoc?.status ?? 'held')) return data;
  const now = new Date().toISOString();
  const publishedAt =
    status === 'published' ? (originalDoc?.publishedAt ?? data.publishedAt ?? now) : originalDoc?.publishedAt;
  const isBackdated = !originalDoc && data.decidedAt;
  return { ...data, publishedAt, decidedAt: isBackdated ? data.decidedAt : now };
};

/** Says in the outbox what is public of a comment after this change. One that was taken down leaves its place. */
export const emitComment: CollectionAfterChangeHook = async ({ doc, req }) => {
  const row = await lockedRow(req, 'comments', doc.id);
  const last = await latestRow(req, 'comment', doc.id);
  if (!row || (row.status !== 'published' && !last)) return doc;
  const data = shapes.comment.parse(projectComment(row));
  if (last?.op === 'put' && isDeepStrictEqual(last.data, data)) return doc;
  await writeOutbox(req, { op: 'put', kind: 'comment', document: row.id, slug: null, formerSlugs: [], data });
  return doc;
};

export const emitCommentDeletion: CollectionAfterDeleteHook = ({ id, req }) => writeRemoval(req, 'comment', String(id));
