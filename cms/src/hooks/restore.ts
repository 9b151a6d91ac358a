import {
  APIError,
  headersWithCors,
  parseParams,
  restoreVersionOperation,
  type CollectionBeforeValidateHook,
  type Endpoint,
  type PayloadRequest,
} from 'payload';
import type { Row } from '../project/row.ts';
import { lockedRow } from './locked-row.ts';

const isPublic = (row: Row | null) => row?._status === 'published' && !row.deletedAt;

/** Whether a version is a draft and its document is public. */
async function isDraftOfPublic(req: PayloadRequest, collection: string, id: string): Promise<boolean> {
  const { db } = req.payload;
  const where = { id: { equals: id } };
  const { docs } = await db.findVersions<Row>({ collection, where, limit: 1, pagination: false, req });
  const [found] = docs;
  if (!found || found.version._status === 'published') return false;
  return isPublic(await db.findOne<Row>({ collection, where: { id: { equals: found.parent } }, joins: false, req }));
}

/**
 * Restores a version as Payload's own endpoint does, but for a draft of what is public: the desk offers nothing but
 * _Restore this version_ for it, which writes the document and so would take it down. It becomes the draft over what
 * readers have. Each collection names it in a list of its own, to which Payload adds.
 */
export const restoreVersion: Omit<Endpoint, 'root'> = {
  path: '/versions/:id',
  method: 'post',
  handler: async (req) => {
    const [slug, id] = [String(req.routeParams?.collection), String(req.routeParams?.id)];
    const collection = req.payload.collections[slug];
    if (!collection) throw new APIError(`There is no collection “${slug}”.`, 404);
    const { depth, draft: asked, populate } = parseParams(req.query);
    const isKept = !asked && (await isDraftOfPublic(req, slug, id));
    const draft = asked || isKept;
    const restored = await restoreVersionOperation({
      id,
      collection,
      req,
      ...(depth !== undefined && { depth }),
      ...(populate !== undefined && { populate }),
      ...(draft && { draft }),
    });
    const message = isKept
      ? 'Restored as a draft. What readers have stays until you publish.'
      : req.t('version:restoredSuccessfully');
    return Response.json({ ...restored, message }, { headers: headersWithCors({ headers: new Headers(), req }) });
  },
};

/**
 * At a restore brings back what was written, and not what the server keeps of the document: when it was public, where it
 * stood, that it is not in the trash. A version that is restored as a draft is one, whatever it was.
 */
export const keepRecord: CollectionBeforeValidateHook = async ({ collection, data, originalDoc, req }) => {
  if (!data || !originalDoc || !req.context.isRestoringVersion) return data;
  const kept = {
    ...data,
    publishedAt: originalDoc.publishedAt ?? null,
    formerSlugs: originalDoc.formerSlugs ?? [],
    deletedAt: originalDoc.deletedAt ?? null,
    ...(collection.slug === 'articles' && { modifiedAt: originalDoc.modifiedAt ?? null }),
  };
  if (req.context.savesDraft) return { ...kept, _status: 'draft' };
  if (data._status !== 'published' && isPublic(await lockedRow(req, collection.slug, originalDoc.id))) {
    const sentence =
      'This version is a draft, and restoring it would take down what readers have. Restore it as a draft, or unpublish first.';
    throw new APIError(sentence, 409, {}, true);
  }
  return kept;
};
