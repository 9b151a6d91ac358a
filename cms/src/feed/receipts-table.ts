import {
  bigint,
  bigserial,
  doublePrecision,
  integer,
  jsonb,
  pgTable,
  timestamp,
} from '@payloadcms/db-postgres/drizzle/pg-core';
import { sql } from '@payloadcms/db-postgres';
import type { Receipt } from '@dateline/shared/feed';

/** What builders told of their last few hundred batches. */
export const receipts = pgTable('receipts', {
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
});
