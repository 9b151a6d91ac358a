import { bigint, index, pgTable, text, uuid, type AnyPgColumn } from '@payloadcms/db-postgres/drizzle/pg-core';

/**
 * Whom lines of the log are about, and why in somebody's own words, which may name them. It goes with their account: the
 * log itself is for ever.
 * @param readers Payload's own table.
 */
export const logReaders = (readers: { id: AnyPgColumn }) =>
  pgTable(
    'moderation_log_readers',
    {
      log: bigint('log', { mode: 'number' }).primaryKey(),
      reader: uuid('reader')
        .notNull()
        .references(() => readers.id, { onDelete: 'cascade' }),
      reason: text('reason'),
    },
    (table) => [index('moderation_log_readers_reader_idx').on(table.reader)],
  );
