import { z } from 'zod';
import { documentId, instant } from './id.ts';

/**
 * Somebody or some place under whose stories nobody can comment, published or not: its id is theirs. Why, the desk alone
 * knows.
 */
export const closure = z.strictObject({
  id: documentId,
  /** When it ends by itself; null for never. */
  until: instant.nullable(),
});

export type Closure = z.infer<typeof closure>;
