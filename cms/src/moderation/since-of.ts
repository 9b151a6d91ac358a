import type { Row } from '../project/row.ts';

/** Since when a comment has been what it is, as a date or an instant; null where it is public and nobody has decided that. */
export const sinceOf = ({ status, decidedAt, createdAt }: Row) =>
  instantOf(decidedAt ?? (status === 'published' ? null : createdAt));

const instantOf = (value: unknown) => (value ? new Date(value as string | Date).toISOString() : null);
