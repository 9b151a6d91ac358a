import type { CollectionBeforeOperationHook } from 'payload';

/** Tells the hooks after it what Payload does not: whether a draft is saved, so that a version is written and not the document. */
export const noteDraft: CollectionBeforeOperationHook = ({ args, operation, req }) => {
  if (operation !== 'update' && operation !== 'restoreVersion') return args;
  req.context.savesDraft = Boolean((args as { draft?: boolean }).draft);
  return args;
};
