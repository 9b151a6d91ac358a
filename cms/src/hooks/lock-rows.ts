import { documentId } from '@dateline/shared/id';
import type { CollectionBeforeOperationHook, Where } from 'payload';
import { holdRows } from './hold-rows.ts';

/**
 * Holds the rows that an update changes before Payload reads them: it writes every column back as it was read, and what
 * somebody else changed in between would be lost.
 */
export const lockRows: CollectionBeforeOperationHook = async ({ args, collection, operation, overrideAccess, req }) => {
  if (operation !== 'update') return args;
  const { id, where } = args as { id?: unknown; where?: Where };
  if (id !== undefined) {
    const known = documentId.safeParse(id);
    if (known.success) await holdRows(req, collection.slug, [known.data]);
    return args;
  }
  if (!where) return args;
  const { docs } = await req.payload.find({
    collection: collection.slug,
    where,
    depth: 0,
    pagination: false,
    select: {},
    overrideAccess: overrideAccess ?? false,
    req,
  });
  const ids = docs.map((doc) => String(doc.id));
  await holdRows(req, collection.slug, ids);
  // What has come to fit since is not held.
  return { ...args, where: { and: [where, { id: { in: ids } }] } };
};
