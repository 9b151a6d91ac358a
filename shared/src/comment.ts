import { z } from 'zod';
import { cleanText } from './clean-text.ts';
import { details, fillIn } from './details.ts';
import { documentId, instant } from './id.ts';
import { limits } from './limits.ts';

const lengthOfBody = fillIn(details.commentLength, limits.comment.min, limits.comment.max);

const body = z
  .string(lengthOfBody)
  .refine((body) => body.isWellFormed() && !body.includes('\0'), details.notText)
  .transform(cleanText)
  .pipe(z.string().min(limits.comment.min, lengthOfBody).max(limits.comment.max, lengthOfBody));

/** What a reader sends. `key` is made by the client for each comment, so that a retry makes no twin. */
export const commentInput = z.object({
  article: documentId,
  body,
  key: z.uuid('Send a UUID as key, a new one for every comment.'),
  /** The version of the terms that the reader agrees to with it. */
  agree: z.coerce.number().int().nonnegative().optional(),
  /** Who is logged in, as the page says; left out where it says nobody. Another tab may have logged in somebody else. */
  reader: documentId.optional(),
  /** The comment that this one answers, under the same article; left out or empty for none. */
  parent: z
    .literal('')
    .transform(() => undefined)
    .or(documentId)
    .optional(),
});

/** One's own comment with another text. */
export const editInput = z.object({ comment: documentId, body });

/** One's own comment, to be taken away. */
export const withdrawInput = z.object({ comment: documentId });

/** A comment as everybody reads it. One that is not shown leaves its place: `removed`, without author or text. */
export const publishedComment = z.strictObject({
  id: documentId,
  article: documentId,
  /** The comment that this one answers; null where it answers the article. */
  parent: documentId.nullable(),
  /** The comment of the first level under which it stands; null where it is one itself. */
  root: documentId.nullable(),
  author: z.string().max(limits.displayName.max),
  /** Paragraphs, breaks, quotes, emphasis, code and links; safe to be set into a page. */
  html: z.string(),
  /** When it became public, or was written where it never did. */
  at: instant,
  /** When it was written: long before it became public, where somebody read it first. */
  written: instant,
  /** When its reader last changed the text; null for never. */
  edited: instant.nullable(),
  removed: z.boolean(),
  /** Of a removed one: whether it only waits to be read again, and may come back. */
  waiting: z.boolean(),
  /** How many readers recommend it. The site may be a minute behind. */
  recommendations: z.int().nonnegative(),
  /** Whether the newsroom has pinned it above its thread: one in each. */
  pinned: z.boolean(),
  /** Whether it is an editor's pick. */
  pick: z.boolean(),
  /** Whether the desk knows its writer as staff of the newsroom. */
  staff: z.boolean(),
  /** Who of the newsroom's people its writer is, as the desk knows; null for most. */
  person: documentId.nullable(),
});

/** What has become of a comment, as its author is told. */
export const commentStates = ['held', 'published', 'refused'] as const;

/** A comment as its author sees it: with its state, before it is public too. */
export const ownComment = publishedComment.omit({ removed: true, waiting: true }).extend({
  state: z.enum(commentStates),
  /** The text as it was typed. */
  body: z.string(),
  /** Until when its text can be changed; null where it cannot. */
  editableUntil: instant.nullable(),
});

/** `GET` of a thread: what is public, newest first, and to a signed-in reader what of theirs is not public yet. */
export const threadPage = z.strictObject({
  article: documentId,
  mode: z.enum(['open', 'held', 'closed']),
  count: z.int().nonnegative(),
  comments: z.array(publishedComment),
  own: z.array(ownComment),
  /** Which comments of the thread the signed-in reader recommends. */
  recommended: z.array(documentId),
  /** Of the comments that are public, the reader's own. */
  mine: z.array(ownComment.pick({ id: true, body: true, editableUntil: true })),
  /** Pass as `before` to read the next, older page; null on the last. */
  next: z.string().nullable(),
  /** In an order: the conversations that have more replies than these, which stand on pages of their own. */
  more: z.array(documentId),
});

export type CommentInput = z.infer<typeof commentInput>;
export type PublishedComment = z.infer<typeof publishedComment>;
export type CommentState = (typeof commentStates)[number];
export type OwnComment = z.infer<typeof ownComment>;
export type ThreadPage = z.infer<typeof threadPage>;
