import { isDeepStrictEqual } from 'node:util';
import { shapes } from '@dateline/shared/feed';
import type {
  CollectionAfterChangeHook,
  CollectionAfterDeleteHook,
  CollectionBeforeChangeHook,
  PayloadRequest,
} from 'payload';
import { latestRow } from '../outbox/latest-row.ts';
import { writeOutbox } from '../outbox/write-outbox.ts';
import { writeRemoval } from '../outbox/write-removal.ts';
import type { OutboxRow } from '../outbox/table.ts';
import { projectComment } from '../project/comment.ts';
import type { Row } from '../project/row.ts';
import { publicURLOf } from '../public-url.ts';
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

/** Says in the outbox what is public of a comment now, in the request's transaction. One that was taken down leaves its place. */
export async function emitCommentNow(req: PayloadRequest, id: string): Promise<void> {
  const row = await lockedRow(req, 'comments', id);
  const last = await latestRow(req, 'comment', id);
  if (!row || (row.status !== 'published' && !last)) return;
  await writeComment(req, row, last);
}

async function writeComment(req: PayloadRequest, row: Row, last?: OutboxRow): Promise<void> {
  const data = shapes.comment.parse(projectComment(row, publicURLOf(req.payload)));
  if (last?.op === 'put' && isDeepStrictEqual(last.data, data)) return;
  await writeOutbox(req, { op: 'put', kind: 'comment', document: row.id, slug: null, formerSlugs: [], data });
}

/** Says in the outbox what is public of a comment after this change. Of a new one nobody else can have said anything. */
export const emitComment: CollectionAfterChangeHook = async ({ doc, operation, req }) => {
  if (operation === 'update') await emitCommentNow(req, doc.id);
  else if (doc.status === 'published') await writeComment(req, doc as Row);
  return doc;
};

export const emitCommentDeletion: CollectionAfterDeleteHook = ({ id, req }) => writeRemoval(req, 'comment', String(id));
