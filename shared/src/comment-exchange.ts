import { z } from 'zod';
import { documentId, instant } from './id.ts';

/**
 * Threads as they are taken elsewhere and brought back: JSON Lines, the head first, the rest in any order. Only what is public,
 * or was and left its place, is in it.
 */
export const exchangeLine = z.discriminatedUnion('is', [
  z.strictObject({
    is: z.literal('dateline-comments'),
    version: z.literal(1),
    exportedAt: instant,
    newsroom: z.string(),
  }),
  z.strictObject({
    is: z.literal('thread'),
    /** The article's. */
    id: documentId,
    url: z.string(),
    slug: z.string(),
    headline: z.string(),
  }),
  z.strictObject({
    is: z.literal('author'),
    id: documentId,
    name: z.string(),
    /** Null where addresses were not asked for. */
    email: z.string().nullable(),
  }),
  z.strictObject({
    is: z.literal('comment'),
    id: documentId,
    thread: documentId,
    /** The comment that this one answers. */
    parent: documentId.nullable(),
    /** Null where its writer has no account any more. */
    author: documentId.nullable(),
    name: z.string(),
    /** As it was written; empty where it was removed. */
    text: z.string(),
    at: instant,
    /** When it was written; left out by versions that knew only when it became public. */
    written: instant.optional(),
    /** When its text was last changed. */
    edited: instant.nullable(),
    removed: z.boolean(),
    pinned: z.boolean(),
    pick: z.boolean(),
  }),
]);

export type ExchangeLine = z.infer<typeof exchangeLine>;
