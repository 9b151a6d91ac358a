import type { CollectionBeforeChangeHook } from 'payload';
import { refuse } from '../access/staff-request.ts';

/** What a comment said that its reader deleted, or that was kept for as long as it may be, comes back for nobody. */
export const keepGone: CollectionBeforeChangeHook = ({ data, originalDoc, operation }) => {
  const isMoved = data.status !== undefined && data.status !== originalDoc?.status;
  if (operation !== 'update' || !isMoved || originalDoc?.body !== '') return data;
  throw refuse(
    originalDoc.withdrawnAt
      ? 'Its reader has deleted this comment. It cannot be restored.'
      : 'What this comment said is gone. It cannot be restored.',
    409,
  );
};
