import {
  bigint,
  bigserial,
  index,
  jsonb,
  pgTable,
  text,
  timestamp,
  uniqueIndex,
  uuid,
} from '@payloadcms/db-postgres/drizzle/pg-core';
import { sql } from '@payloadcms/db-postgres';

/**
 * Every change to what is public, in the transaction of the change itself. A row gets its position
 * only after it is committed; `seq` is the order of insertion, which is not the order of commits.
 */
export const outbox = pgTable(
  'outbox',
  {
    seq: bigserial('seq', { mode: 'number' }).primaryKey(),
    id: uuid('id').notNull().defaultRandom().unique(),
    position: bigint('position', { mode: 'number' }),
    op: text('op', { enum: ['put', 'remove'] }).notNull(),
    kind: text('kind').notNull(),
    document: uuid('document').notNull(),
    at: timestamp('at', { withTimezone: true, mode: 'date', precision: 3 })
      .notNull()
      .default(sql`clock_timestamp()`),
    slug: text('slug'),
    formerSlugs: jsonb('former_slugs').$type<string[]>().notNull().default([]),
    /** Of a removal: the document that it was merged into. */
    successor: uuid('successor'),
    data: jsonb('data'),
  },
  (table) => [
    uniqueIndex('outbox_position_idx').on(table.position),
    index('outbox_unnumbered_idx')
      .on(table.seq)
      .where(sql`position is null`),
    index('outbox_document_idx').on(table.kind, table.document, table.seq),
    index('outbox_document_position_idx').on(table.kind, table.document, table.position),
  ],
);

/**
 * Where rows stood that were superseded and taken away, so that a reader who stands there is known for some time. Positions are
 * few bytes; what they said of documents is what would grow.
 */
export const outboxCompacted = pgTable('outbox_compacted', {
  position: bigint('position', { mode: 'number' }).primaryKey(),
  id: uuid('id').notNull(),
  at: timestamp('at', { withTimezone: true, mode: 'date', precision: 3 })
    .notNull()
    .default(sql`now()`),
});

export type OutboxRow = typeof outbox.$inferSelect;
