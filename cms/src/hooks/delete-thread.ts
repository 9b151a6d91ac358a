import type { CollectionBeforeDeleteHook } from 'payload';

/** A thread goes with its article: a comment without one could not be stored. */
export const deleteThread: CollectionBeforeDeleteHook = async ({ id, req }) => {
  await req.payload.delete({
    collection: 'comments',
    where: { article: { equals: id } },
    depth: 0,
    req,
    overrideAccess: true,
  });
};
