import { z } from 'zod';
import { documentId, instant } from './id.ts';

/** All that is kept of a reader, as they are given it. What the desk notes for itself is the newsroom's. */
export const readerExport = z.strictObject({
  exportedAt: instant,
  account: z.strictObject({
    id: documentId,
    email: z.string(),
    name: z.string(),
    status: z.string(),
    /** When a suspension ends by itself. */
    suspendedUntil: instant.nullable(),
    suspensionReason: z.string().nullable(),
    /** Whether the newsroom knows them as staff, and who they are among its people. */
    staff: z.boolean(),
    person: documentId.nullable(),
    registeredAt: instant,
    verifiedAt: instant.nullable(),
    lastSeenAt: instant.nullable(),
    /** When the account ends unless they log in, and whether what they wrote goes with it. */
    deleteAt: instant.nullable(),
    deletionReason: z.string().nullable(),
    emptyComments: z.boolean(),
    termsVersion: z.int().nullable(),
    termsAgreedAt: instant.nullable(),
    notifyReplies: z.string(),
    notifyDecisions: z.string(),
    showsComments: z.boolean(),
    /** What names the page of their comments; null where there never was one. */
    commentsKey: z.string().nullable(),
  }),
  comments: z.array(
    z.strictObject({
      id: documentId,
      article: documentId,
      /** Null where the article is not public any more. */
      headline: z.string().nullable(),
      name: z.string(),
      staff: z.boolean(),
      person: documentId.nullable(),
      text: z.string(),
      state: z.string(),
      /** Why it was refused or removed, as they were told. */
      reason: z.string().nullable(),
      pinned: z.boolean(),
      pick: z.boolean(),
      recommendations: z.int(),
      writtenAt: instant,
      publishedAt: instant.nullable(),
      editedAt: instant.nullable(),
      /** When its reader deleted it. */
      withdrawnAt: instant.nullable(),
      /** What it said before each edit, and until when. */
      versions: z.array(z.strictObject({ text: z.string(), until: instant })),
    }),
  ),
  notifications: z.array(z.strictObject({ what: z.string(), comment: documentId, reason: z.string(), at: instant })),
  recommendations: z.array(z.strictObject({ comment: documentId, at: instant })),
  reports: z.array(z.strictObject({ comment: documentId, reason: z.string(), at: instant })),
  sessions: z.array(z.strictObject({ device: z.string(), since: instant, lastUsedAt: instant })),
  passkeys: z.array(
    z.strictObject({ name: z.string().nullable(), device: z.string(), since: instant, lastUsedAt: instant.nullable() }),
  ),
  /** Of what they were warned, and why they were suspended. */
  desk: z.array(
    z.strictObject({
      act: z.enum(['warn', 'suspend']),
      reason: z.string().nullable(),
      until: z.string().nullable(),
      at: instant,
    }),
  ),
  mails: z.array(
    z.strictObject({ to: z.string(), subject: z.string(), writtenAt: instant, sentAt: instant.nullable() }),
  ),
});

export type ReaderExport = z.infer<typeof readerExport>;
