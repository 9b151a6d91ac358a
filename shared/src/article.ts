import { z } from 'zod';
import { day, documentId, formerSlugs, instant, languageTag, slug } from './id.ts';
import { limits } from './limits.ts';

export const kindsOfWork = ['news', 'analysis', 'opinion', 'sponsored'] as const;
export const commentModes = ['open', 'held', 'closed'] as const;

/** A correction that readers are shown: when it was made, and what was wrong and is right now. */
export const correction = z.strictObject({
  at: instant,
  text: z.string().min(1).max(limits.correction.max),
});

/**
 * A published article. `bodyHtml` is ready to be set into a page but for its references:
 * mentions (`<dl-mention kind="person" ref="UUID">…</dl-mention>`) and figures
 * (`<dl-figure ref="UUID">…</dl-figure>`), which whoever renders it resolves.
 */
export const article = z.strictObject({
  id: documentId,
  slug,
  formerSlugs,
  headline: z.string().min(1).max(limits.headline.max),
  standfirst: z.string().max(limits.standfirst.max),
  kindOfWork: z.enum(kindsOfWork),
  language: languageTag,
  /** Where and when the story was filed. The place is a reference, so that a rename shows. */
  dateline: z.strictObject({ place: documentId.nullable(), date: day }),
  /** First publication; it never changes afterwards. */
  publishedAt: instant,
  /** The last publication that a reader should know of. */
  modifiedAt: instant,
  authors: z.array(documentId).min(1),
  topics: z.array(documentId),
  leadImage: documentId.nullable(),
  bodyHtml: z.string().min(1),
  words: z.int().nonnegative(),
  /** What the body refers to, in order of first appearance. */
  mentions: z.strictObject({
    people: z.array(documentId),
    places: z.array(documentId),
    media: z.array(documentId),
  }),
  corrections: z.array(correction),
  comments: z.enum(commentModes),
  /** Days after the first publication at which the thread closes, 0 for never; null for what the settings say. */
  commentsCloseAfterDays: z.int().nonnegative().nullable(),
});

export type Correction = z.infer<typeof correction>;
export type Article = z.infer<typeof article>;
export type KindOfWork = Article['kindOfWork'];
export type CommentMode = Article['comments'];
