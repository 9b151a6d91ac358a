import { sql } from '@payloadcms/db-postgres';
import { index, pgTable, primaryKey, timestamp, uuid, type AnyPgColumn } from '@payloadcms/db-postgres/drizzle/pg-core';

/**
 * Who recommends which comment: once each. They go with the comment, and with whoever recommended it; how many there are
 * is counted at the comment.
 * @param comments Payload's own table.
 * @param readers Payload's own table.
 */
export const commentRecommendations = (comments: { id: AnyPgColumn }, readers: { id: AnyPgColumn }) =>
  pgTable(
    'comment_recommendations',
    {
      comment_id: uuid('comment_id')
        .notNull()
        .references(() => comments.id, { onDelete: 'cascade' }),
      reader_id: uuid('reader_id')
        .notNull()
        .references(() => readers.id, { onDelete: 'cascade' }),
      created_at: timestamp('created_at', { withTimezone: true, precision: 3 })
        .notNull()
        .default(sql`now()`),
    },
    (table) => [
      primaryKey({ columns: [table.comment_id, table.reader_id] }),
      index('comment_recommendations_reader_idx').on(table.reader_id),
      index('comment_recommendations_created_at_idx').on(table.created_at),
    ],
  );
