import type { CollectionAfterChangeHook } from 'payload';
import { idOf } from '../project/reference.ts';
import { happeningsOf } from '../readers/notify/happenings-of.ts';
import { notify } from '../readers/notify/notify.ts';

const day = 24 * 3_600_000;

/** In seconds: for as long the desk can take a decision back, and nobody has been told of it. */
const secondThoughts = 30;

/** Tells readers what has become of their comments, and of replies to them, in the change's own transaction. */
export const notifyReaders: CollectionAfterChangeHook = async ({ doc, previousDoc, operation, req }) => {
  if (req.context.isTakenBack) return doc;
  // What was brought in from elsewhere is no news.
  if (operation === 'create' && Date.now() - Date.parse(doc.createdAt) > day) return doc;
  const parent = idOf(doc.parent);
  const parentDoc =
    parent && doc.status === 'published' && previousDoc?.status !== 'published'
      ? await req.payload.findByID({ collection: 'comments', id: parent, depth: 0, disableErrors: true, req })
      : null;
  const comment = {
    id: String(doc.id),
    article: idOf(doc.article) ?? '',
    authorName: String(doc.authorName ?? ''),
    body: String(doc.body ?? ''),
  };
  const happenings = happeningsOf({
    status: doc.status,
    before: operation === 'update' ? previousDoc?.status : undefined,
    reader: idOf(doc.reader),
    reason: doc.refusalReason,
    parentReader: idOf(parentDoc?.reader),
  });
  for (const { reader, what, reason } of happenings) {
    await notify(req, reader, { what, reason, comment }, operation === 'update' ? secondThoughts : 0);
  }
  return doc;
};
