import type { CollectionBeforeChangeHook, CollectionBeforeDeleteHook } from 'payload';
import { staffOf } from '../access/roles.ts';
import { carrySuspension, takeSuspension } from '../moderation/carried-suspensions.ts';

/** Whoever deletes a reader who is suspended, their address stays so. */
export const carryBeforeDeletion: CollectionBeforeDeleteHook = ({ id, req }) => carrySuspension(req, String(id));

const unproved = ['unverified', 'unclaimed'];

/** Whoever proves that an address is theirs, for which a suspension goes on, is suspended. The desk may decide otherwise. */
export const resumeSuspension: CollectionBeforeChangeHook = async ({ data, originalDoc, operation, req }) => {
  if (operation !== 'update' || data.status !== 'active' || !unproved.includes(originalDoc?.status)) return data;
  if (typeof originalDoc.email !== 'string' || staffOf(req)) return data;
  const suspendedUntil = await takeSuspension(req, originalDoc.email);
  if (!suspendedUntil) return data;
  const suspensionReason = 'An account that you had before was suspended when it was deleted.';
  return { ...data, status: 'suspended', suspendedUntil, suspensionReason };
};
