import type { CollectionBeforeDeleteHook } from 'payload';
import { anonymise } from '../readers/anonymise.ts';

/** Whoever deletes a reader, what stays of their comments names nobody. */
export const anonymiseBeforeDeletion: CollectionBeforeDeleteHook = ({ id, req }) => anonymise(req, String(id));
