import { instantOf } from '../project/reference.ts';
import type { Row } from '../project/row.ts';

/** Since when a comment has been what it is, in UTC; null where it is public and nobody has decided that. */
export const sinceOf = ({ status, decidedAt, createdAt }: Row) =>
  instantOf(decidedAt ?? (status === 'published' ? null : createdAt));
