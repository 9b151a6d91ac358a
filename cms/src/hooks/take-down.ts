import type { CollectionBeforeOperationHook, PayloadRequest } from 'payload';

/** Whether the desk's latest version of a document is a draft: Payload takes down with what that holds, however unfinished. */
async function hasDraft(req: PayloadRequest, collection: string, id: string | number): Promise<boolean> {
  const { docs } = await req.payload.db.findVersions<{ _status?: string }>({
    collection,
    where: { and: [{ parent: { equals: id } }, { latest: { equals: true } }] },
    limit: 1,
    pagination: false,
    req,
  });
  return docs[0] !== undefined && docs[0].version._status !== 'published';
}

/**
 * Lets a document be taken down whatever its draft lacks: nothing of that is published by it. Payload validates what
 * it is sent and no more where `unpublishAllLocales` is set, and without a status per locale that flag does one thing
 * besides: the latest version is written over, not followed by another. Over a draft nothing is lost by that; a
 * published version stays in the history, and was whole when it was published.
 */
export const takeDownUnfinished: CollectionBeforeOperationHook = async ({ args, collection, operation, req }) => {
  if (operation !== 'update') return args;
  const { id, data, draft } = args as { id?: string | number; data?: Record<string, unknown>; draft?: boolean };
  const isTakenDown = data?._status === 'draft' && Object.keys(data).length === 1 && !draft;
  if (!isTakenDown || id === undefined || !(await hasDraft(req, collection.slug, id))) return args;
  return { ...args, unpublishAllLocales: true };
};
