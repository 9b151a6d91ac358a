import { z } from 'zod';
import { article } from './article.ts';
import { closure } from './closure.ts';
import { publishedComment } from './comment.ts';
import { documentId, formerSlugs, instant, slug } from './id.ts';
import { media } from './media.ts';
import { person } from './person.ts';
import { place } from './place.ts';
import { settings } from './settings.ts';
import { topic } from './topic.ts';

/** The version of the published shapes. A feed and a builder of different versions do not talk. */
export const contractVersion = 7;

/** Sent with every answer of the feed, and compared by the builder. */
export const contractHeader = 'dateline-contract';

/** Sent with every request of a builder: the id of the site directory that it fills, a UUID that stays with the directory. */
export const builderHeader = 'dateline-builder';

/** Sent beside it: which code and templates the builder renders with. */
export const releaseHeader = 'dateline-release';

/** As much of a release's name as the desk keeps. */
export const releaseName = z.string().regex(/^[\w.-]{1,64}$/);

/** A position in the feed with the id of the row that stands there. A pair that the feed does not know means a full resync. */
export const cursor = z.string().regex(/^\d+:[0-9a-f-]{36}$/);

export const shapes = { article, person, place, topic, media, settings, closure, comment: publishedComment } as const;

export type Kind = keyof typeof shapes;
export type Shape<K extends Kind = Kind> = z.infer<(typeof shapes)[K]>;
export const kinds = Object.keys(shapes) as [Kind, ...Kind[]];

const put = <K extends Kind>(kind: K) =>
  z.strictObject({
    op: z.literal('put'),
    kind: z.literal(kind),
    id: documentId,
    cursor,
    at: instant,
    data: shapes[kind],
  });

/** A document that is not published any more. `slug` is where it last stood (null where it has no page of its own). */
export const removal = z.strictObject({
  op: z.literal('remove'),
  kind: z.enum(kinds),
  id: documentId,
  cursor,
  at: instant,
  slug: slug.nullable(),
  formerSlugs,
  /** The document of the same kind that it was merged into and that answers for it now: its addresses lead there. */
  successor: documentId.nullable(),
});

/** The last line of every answer. An answer without it was cut, and what came before it still counts. */
export const head = z.strictObject({ op: z.literal('head'), cursor: cursor.nullable() });

/** One line of `GET /feed`: newline-delimited JSON. `at` is when the row was written in the newsroom. */
export const feedLine = z.discriminatedUnion('op', [
  z.discriminatedUnion('kind', [
    put('article'),
    put('person'),
    put('place'),
    put('topic'),
    put('media'),
    put('settings'),
    put('closure'),
    put('comment'),
  ]),
  removal,
  head,
]);

/** What a builder tells the desk after each batch: `POST /feed/receipts`. */
export const receipt = z.strictObject({
  /** The cursor up to which the site is live. */
  cursor,
  /** Paths that were written or removed; cut to the first hundred. */
  paths: z.array(z.string()).max(100),
  written: z.int().nonnegative(),
  removed: z.int().nonnegative(),
  /** Routes that kept their last good version, each with its cause. */
  failed: z.array(z.strictObject({ path: z.string(), cause: z.string() })),
  /** From the batch's arrival to its last file in place, in milliseconds. */
  milliseconds: z.number().nonnegative(),
  /** The site directory that it stands in. */
  builder: z.uuid().optional(),
  /** Which code and templates rendered it. */
  release: releaseName.optional(),
  /** Routes that were rendered, whether or not their bytes changed. */
  rendered: z.int().nonnegative().optional(),
  /** Rows that the builder read of its snapshot for the batch, from taking it in to the last page. */
  rowsRead: z.int().nonnegative().optional(),
  /** Routes of this cursor that are still to be rendered, behind what is published meanwhile; 0 or left out once all is done. */
  pending: z.int().nonnegative().optional(),
});

export type FeedLine = z.infer<typeof feedLine>;
export type Change = Exclude<FeedLine, { op: 'head' }>;
export type Put = Extract<Change, { op: 'put' }>;
export type Removal = z.infer<typeof removal>;
export type Receipt = z.infer<typeof receipt>;
