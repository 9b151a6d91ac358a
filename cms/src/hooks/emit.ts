import { isDeepStrictEqual } from 'node:util';
import { shapes } from '@dateline/shared/feed';
import {
  ValidationError,
  type CollectionAfterChangeHook,
  type CollectionAfterDeleteHook,
  type PayloadRequest,
} from 'payload';
import { editorialKinds, isEditorial, type EditorialCollection } from '../collections/slugs.ts';
import { latestRow } from '../outbox/latest-row.ts';
import { writeOutbox } from '../outbox/write-outbox.ts';
import { writeRemoval } from '../outbox/write-removal.ts';
import { successorOf } from '../merge/successors.ts';
import { idOf } from '../project/reference.ts';
import { bodyReferences } from '../project/body-references.ts';
import type { Row } from '../project/row.ts';
import { embargoProblemsOf } from '../schedule/embargo-of.ts';
import { emitClosures } from './closure.ts';
import { lockedRow } from './locked-row.ts';
import { emitPublicMedia } from './media.ts';
import { project } from './project.ts';
import { publishProblems } from './publish-problems.ts';

const imagesOf = (row: Row): string[] =>
  [idOf(row.leadImage), idOf(row.photo), ...bodyReferences(row.body).media].filter((id) => id !== null);

async function put(req: PayloadRequest, collection: EditorialCollection, row: Row): Promise<void> {
  const kind = editorialKinds[collection];
  const shape = await project(req, collection, row);
  const errors = [...publishProblems(kind, shape), ...(await embargoProblemsOf(req, row.embargoedUntil))];
  if (errors.length > 0) throw new ValidationError({ collection, id: row.id, errors, req }, req.t);
  const data = shapes[kind].parse(shape);
  // What a page shows stands in the feed before the page.
  await emitPublicMedia(req, imagesOf(row));
  const last = await latestRow(req, kind, row.id);
  if (last?.op === 'put' && isDeepStrictEqual(last.data, data)) return;
  await writeOutbox(req, { op: 'put', kind, document: row.id, slug: shape.slug, formerSlugs: shape.formerSlugs, data });
}

/** Says in the outbox what is public of a document now, in the request's transaction: nothing where that was said last. */
export async function emitDocument(req: PayloadRequest, collection: EditorialCollection, id: string): Promise<void> {
  const row = await lockedRow(req, collection, id);
  const successor = collection === 'people' ? await successorOf(req, id) : null;
  if (successor === null && row?._status === 'published' && !row.deletedAt) await put(req, collection, row);
  else await writeRemoval(req, editorialKinds[collection], id, successor);
}

/** Whether a draft leaves alone what readers have: they never had the document, or it is public as it was. */
async function isOnlyDraft(req: PayloadRequest, collection: EditorialCollection, id: string): Promise<boolean> {
  if (!(await latestRow(req, editorialKinds[collection], id))) return true;
  // Read without a lock: whoever takes it down meanwhile says so.
  const row = await req.payload.db.findOne<Row>({ collection, where: { id: { equals: id } }, joins: false, req });
  return row?._status === 'published' && !row.deletedAt;
}

/**
 * Says in the outbox what is public of a document after this change, in the same transaction. A draft says nothing: what is
 * public would be told anew with the names that people have now, which nobody published.
 */
export const emitChange: CollectionAfterChangeHook = async ({ collection, doc, req }) => {
  if (!isEditorial(collection.slug)) return doc;
  if (doc._status !== 'published' && (await isOnlyDraft(req, collection.slug, doc.id))) return doc;
  await emitDocument(req, collection.slug, doc.id);
  return doc;
};

/** Somebody who was merged goes on leading to whom they were merged into. A mark goes with whom or what it is on. */
export const emitDeletion: CollectionAfterDeleteHook = async ({ collection, id, req }) => {
  if (isEditorial(collection.slug)) await writeRemoval(req, editorialKinds[collection.slug], String(id));
  if (collection.slug === 'people' || collection.slug === 'places') await emitClosures(req);
};
