import {
  bigint,
  bigserial,
  doublePrecision,
  index,
  integer,
  jsonb,
  pgTable,
  text,
  timestamp,
  uuid,
} from '@payloadcms/db-postgres/drizzle/pg-core';
import { sql } from '@payloadcms/db-postgres';
import type { Kind, Receipt } from '@dateline/shared/feed';

/** A change that a batch brought, as the desk lists it. */
export interface BatchChange {
  op: 'put' | 'remove';
  kind: Kind;
  /** The document that the desk opens for it: of a comment, its article. */
  document: string;
  /** A headline or a name; else where it stood; empty where it has neither. */
  title: string;
}

/** What builders told of their last batches. */
export const receipts = pgTable(
  'receipts',
  {
    id: bigserial('id', { mode: 'number' }).primaryKey(),
    position: bigint('position', { mode: 'number' }).notNull(),
    milliseconds: doublePrecision('milliseconds').notNull(),
    written: integer('written').notNull(),
    removed: integer('removed').notNull(),
    failed: jsonb('failed').$type<Receipt['failed']>().notNull(),
    paths: jsonb('paths').$type<string[]>().notNull(),
    at: timestamp('at', { withTimezone: true, mode: 'date', precision: 3 })
      .notNull()
      .default(sql`clock_timestamp()`),
    builder: uuid('builder'),
    release: text('release'),
    rendered: integer('rendered'),
    pending: integer('pending').notNull().default(0),
    /** Documents that changed since this builder's receipt before; null where it had none, and took in all there is. */
    changed: integer('changed'),
    /** The newest of them, stories first. */
    changes: jsonb('changes').$type<BatchChange[]>().notNull().default([]),
  },
  (table) => [
    index('receipts_position_idx').on(table.position),
    index('receipts_builder_idx').on(table.builder, table.id),
  ],
);
