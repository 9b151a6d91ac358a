import { z } from 'zod';
import { documentId } from './id.ts';
import { limits } from './limits.ts';

/** One file of an image. Its bytes are at `GET /feed/media/<id>/<name>`. */
export const mediaSize = z.strictObject({
  name: z.string().regex(/^[a-z][a-z0-9-]*$/),
  width: z.int().positive(),
  height: z.int().positive(),
  mime: z.enum(['image/jpeg', 'image/png', 'image/webp', 'image/avif', 'image/gif']),
});

/** An image that something published shows. The sizes are in order of width, the widest last. */
export const media = z.strictObject({
  id: documentId,
  alt: z.string().min(1).max(limits.alt.max),
  caption: z.string().max(500),
  credit: z.string().max(200),
  sizes: z.array(mediaSize).min(1),
  /** Changes whenever the bytes do. */
  revision: z.string().min(1),
});

export type MediaSize = z.infer<typeof mediaSize>;
export type Media = z.infer<typeof media>;
