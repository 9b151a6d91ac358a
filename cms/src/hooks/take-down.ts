import type { CollectionBeforeOperationHook, PayloadRequest } from 'payload';
import { isEditorial } from '../collections/slugs.ts';
import type { Row } from '../project/row.ts';
import { problemsOf } from './publish.ts';

/**
 * Whether the desk's latest version of a document, which Payload takes down with, is a draft, or was published and is not
 * whole any more: its only author has been deleted.
 */
async function mayBeUnfinished(req: PayloadRequest, collection: string, id: string): Promise<boolean> {
  const { docs } = await req.payload.db.findVersions<Row>({
    collection,
    where: { and: [{ parent: { equals: id } }, { latest: { equals: true } }] },
    limit: 1,
    pagination: false,
    req,
  });
  const version = docs[0]?.version;
  if (!version || !isEditorial(collection)) return false;
  return version._status !== 'published' || (await problemsOf(req, collection, { ...version, id })).length > 0;
}

/**
 * Lets a document be taken down whatever it lacks: nothing of that is published by it. Payload validates what it is sent
 * and no more where `unpublishAllLocales` is set, and without a status per locale that flag does one thing besides: the
 * latest version is written over, not followed by another. Over a draft nothing is lost by that; a version that was
 * published, and is whole, stays in the history.
 */
export const takeDownUnfinished: CollectionBeforeOperationHook = async ({ args, collection, operation, req }) => {
  if (operation !== 'update') return args;
  const { id, data, draft } = args as { id?: string | number; data?: Record<string, unknown>; draft?: boolean };
  const isTakenDown = data?._status === 'draft' && Object.keys(data).length === 1 && !draft;
  if (!isTakenDown || id === undefined || !(await mayBeUnfinished(req, collection.slug, String(id)))) return args;
  return { ...args, unpublishAllLocales: true };
};
