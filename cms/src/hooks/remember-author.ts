import type { CollectionBeforeChangeHook } from 'payload';
import { staffOf } from '../access/roles.ts';

/** Keeps who on the staff made a document, once and for all. */
export const rememberAuthor: CollectionBeforeChangeHook = ({ data, operation, originalDoc, req }) => {
  if (operation === 'update') return { ...data, createdBy: originalDoc?.createdBy ?? data.createdBy };
  const staff = staffOf(req);
  return staff ? { ...data, createdBy: staff.id } : data;
};
