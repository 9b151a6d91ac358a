import { isDeepStrictEqual } from 'node:util';
import type { PublishedComment } from '@dateline/shared/comment';
import { shapes } from '@dateline/shared/feed';
import type {
  CollectionAfterChangeHook,
  CollectionAfterDeleteHook,
  CollectionBeforeChangeHook,
  Payload,
  PayloadRequest,
} from 'payload';
import { latestRow } from '../outbox/latest-row.ts';
import { writeOutbox } from '../outbox/write-outbox.ts';
import { writeRemoval } from '../outbox/write-removal.ts';
import { projectComment } from '../project/comment.ts';
import type { Row } from '../project/row.ts';
import { publicURLOf } from '../public-url.ts';
import { lockedRow } from './locked-row.ts';

interface Decided {
  status?: string | undefined;
  publishedAt?: string | null | undefined;
  decidedAt?: string | null | undefined;
}

/**
 * What is written of a comment, with when it first was public, and when it was decided what becomes of it: what is published at once
 * nobody has decided, and that earns no trust.
 */
export function stamped<Comment extends Decided>(data: Comment, before?: Decided): Comment {
  const status = data.status ?? before?.status ?? 'held';
  if (status === (before?.status ?? 'held')) return data;
  const now = new Date().toISOString();
  const publishedAt = status === 'published' ? (before?.publishedAt ?? data.publishedAt ?? now) : before?.publishedAt;
  return { ...data, publishedAt, decidedAt: before ? now : data.decidedAt };
}

export const stampDecision: CollectionBeforeChangeHook = ({ data, operation, originalDoc }) =>
  stamped(data, operation === 'update' ? originalDoc : undefined);

const publicShape = ({ payload }: { payload: Payload }, row: Row) =>
  shapes.comment.parse(projectComment(row, publicURLOf(payload)));

/** What is public of a comment that is new; undefined where nothing is. Nobody else can have said anything of it. */
export const publicShapeOfNew = (of: { payload: Payload }, row: Row) =>
  row.status === 'published' ? publicShape(of, row) : undefined;

/** Says in the outbox what is public of a comment now, in the request's transaction. One that was taken down leaves its place. */
export async function emitCommentNow(req: PayloadRequest, id: string): Promise<void> {
  const row = await lockedRow(req, 'comments', id);
  const last = await latestRow(req, 'comment', id);
  if (!row || (row.status !== 'published' && !last)) return;
  const data = publicShape(req, row);
  if (last?.op === 'put' && isDeepStrictEqual(last.data, data)) return;
  await writeComment(req, id, data);
}

const writeComment = (req: PayloadRequest, id: string, data: PublishedComment) =>
  writeOutbox(req, { op: 'put', kind: 'comment', document: id, slug: null, formerSlugs: [], data });

/** Says in the outbox what is public of a comment after this change. */
export const emitComment: CollectionAfterChangeHook = async ({ doc, operation, req }) => {
  if (operation === 'update') await emitCommentNow(req, doc.id);
  else {
    const data = publicShapeOfNew(req, doc as Row);
    if (data) await writeComment(req, doc.id, data);
  }
  return doc;
};

export const emitCommentDeletion: CollectionAfterDeleteHook = ({ id, req }) => writeRemoval(req, 'comment', String(id));
