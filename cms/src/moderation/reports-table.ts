import {
  index,
  pgTable,
  primaryKey,
  text,
  timestamp,
  uuid,
  type AnyPgColumn,
} from '@payloadcms/db-postgres/drizzle/pg-core';
import { sql } from '@payloadcms/db-postgres';

/**
 * What readers reported: each comment once by each. They go with the comment, and with whoever reported it.
 * @param comments Payload's own table.
 * @param readers Payload's own table.
 */
export const commentReports = (comments: { id: AnyPgColumn }, readers: { id: AnyPgColumn }) =>
  pgTable(
    'comment_reports',
    {
      comment_id: uuid('comment_id')
        .notNull()
        .references(() => comments.id, { onDelete: 'cascade' }),
      reader_id: uuid('reader_id')
        .notNull()
        .references(() => readers.id, { onDelete: 'cascade' }),
      reason: text('reason').notNull().default(''),
      created_at: timestamp('created_at', { withTimezone: true, precision: 3 })
        .notNull()
        .default(sql`now()`),
    },
    (table) => [
      primaryKey({ columns: [table.comment_id, table.reader_id] }),
      index('comment_reports_created_at_idx').on(table.created_at),
    ],
  );
