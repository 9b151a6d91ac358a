import type { CollectionAfterChangeHook } from 'payload';
import { endSessionsOf } from '../readers/session.ts';

/** A reader who is suspended is logged out at once, everywhere. */
export const endSessionsOfSuspended: CollectionAfterChangeHook = async ({ doc, operation, req }) => {
  if (operation === 'update' && doc.status !== 'active') await endSessionsOf(req, doc.id);
  return doc;
};
