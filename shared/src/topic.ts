import { z } from 'zod';
import { documentId, formerSlugs, slug } from './id.ts';
import { limits } from './limits.ts';

/** A published topic: a subject that readers follow. */
export const topic = z.strictObject({
  id: documentId,
  slug,
  formerSlugs,
  name: z.string().min(1).max(limits.name.max),
  description: z.string().max(2_000),
});

export type Topic = z.infer<typeof topic>;
