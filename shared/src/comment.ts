import { z } from 'zod';
import { escapeHtml } from './html.ts';
import { documentId, instant } from './id.ts';
import { limits } from './limits.ts';

const lengthOfBody = `Write a comment of ${limits.comment.min} to ${limits.comment.max} characters.`;

/** What a reader sends. `key` is made by the client for each comment, so that a retry makes no twin. */
export const commentInput = z.object({
  article: documentId,
  body: z
    .string(lengthOfBody)
    .transform((body) => body.replace(/\r\n?/g, '\n').trim())
    .pipe(
      z
        .string()
        .min(limits.comment.min, lengthOfBody)
        .max(limits.comment.max, lengthOfBody)
        .refine(
          (body) => body.isWellFormed() && !body.includes('\0'),
          'The comment has characters that are not text. Remove them and send it again.',
        ),
    ),
  key: z.uuid('Send a UUID as key, a new one for every comment.'),
});

/** A comment as everybody reads it. A removed one leaves its place: `removed`, without author or text. */
export const publishedComment = z.strictObject({
  id: documentId,
  article: documentId,
  author: z.string().max(limits.displayName.max),
  /** Paragraphs, escaped and safe to be set into a page. */
  html: z.string(),
  at: instant,
  removed: z.boolean(),
});

/** What has become of a comment, as its author is told. */
export const commentStates = ['held', 'published', 'refused'] as const;

/** A comment as its author sees it: with its state, before it is public too. */
export const ownComment = publishedComment.omit({ removed: true }).extend({ state: z.enum(commentStates) });

/** `GET` of a thread: what is public, newest first, and to a signed-in reader what of theirs is not public yet. */
export const threadPage = z.strictObject({
  article: documentId,
  mode: z.enum(['open', 'held', 'closed']),
  count: z.int().nonnegative(),
  comments: z.array(publishedComment),
  own: z.array(ownComment),
  /** Pass as `before` to read the next, older page; null on the last. */
  next: z.string().nullable(),
});

export type CommentInput = z.infer<typeof commentInput>;
export type PublishedComment = z.infer<typeof publishedComment>;
export type CommentState = (typeof commentStates)[number];
export type OwnComment = z.infer<typeof ownComment>;
export type ThreadPage = z.infer<typeof threadPage>;

/** A reader's text as paragraphs of escaped HTML: a blank line parts paragraphs, a single one breaks the line. */
export function commentHtml(body: string): string {
  return escapeHtml(body)
    .split(/\n{2,}/)
    .map((paragraph) => `<p>${paragraph.replaceAll('\n', '<br>')}</p>`)
    .join('');
}
