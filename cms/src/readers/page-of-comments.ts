import { documentId, instant } from '@dateline/shared/id';
import type { Where } from 'payload';
import { z } from 'zod';
import type { CommentRow } from './comment-rows.ts';

const wrongPage = 'Leave `before` out, or send what `next` of the page before held.';

/** The last comment of the page before: its instant and its id. */
export const before = z
  .string()
  .transform((text) => text.split('~'))
  .pipe(z.tuple([instant, documentId], wrongPage))
  .optional();

/** What the next page takes as its `before`. */
export const mark = (row: CommentRow) => `${row.publishedAt ?? row.createdAt}~${row.id}`;

/** What is older, by key and not by number, so that a page does not shift while comments come in. */
export function older(last: [string, string] | undefined, by: 'publishedAt' | 'createdAt' = 'publishedAt'): Where {
  if (!last) return {};
  const [at, id] = last;
  return {
    or: [{ [by]: { less_than: at } }, { and: [{ [by]: { equals: at } }, { id: { less_than: id } }] }],
  };
}
