import { documentId } from '@dateline/shared/id';
import { z } from 'zod';

/** Where a comment stands in a view of the queue. */
export interface QueuePlace {
  reports: number;
  at: string;
  id: string;
}

/** A place in words for an address, after which the queue goes on. */
export const sayPlace = ({ reports, at, id }: QueuePlace) => `${reports}_${at}_${id}`;

const parts = z.tuple([z.coerce.number<string>().int().min(0).max(2_147_483_647), z.iso.datetime(), documentId]);

export const queuePlace = z
  .string()
  .transform((said) => said.split('_') as [string, string, string])
  .pipe(parts)
  .transform(([reports, at, id]): QueuePlace => ({ reports, at, id }));
