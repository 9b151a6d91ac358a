import type { CollectionBeforeDeleteHook } from 'payload';

/** What answers a comment goes with it: a reply without the comment that it stands under has no place on any page. */
export const deleteReplies: CollectionBeforeDeleteHook = async ({ id, req }) => {
  await req.payload.delete({
    collection: 'comments',
    where: { root: { equals: id } },
    depth: 0,
    req,
    overrideAccess: true,
  });
};
