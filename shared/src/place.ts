import { z } from 'zod';
import { documentId, formerSlugs, slug } from './id.ts';
import { limits } from './limits.ts';

export const placeKinds = ['country', 'county', 'city', 'town', 'border', 'region'] as const;

/** A published place, within another one where `parent` says so. */
export const place = z.strictObject({
  id: documentId,
  slug,
  formerSlugs,
  name: z.string().min(1).max(limits.name.max),
  kind: z.enum(placeKinds),
  parent: documentId.nullable(),
  aliases: z.array(z.string().min(1).max(limits.name.max)),
  description: z.string().max(2_000),
});

export type Place = z.infer<typeof place>;
