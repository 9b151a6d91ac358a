import {
  bigserial,
  index,
  pgTable,
  text,
  timestamp,
  uuid,
  type AnyPgColumn,
} from '@payloadcms/db-postgres/drizzle/pg-core';
import { sql } from '@payloadcms/db-postgres';

/**
 * What comments said before their readers changed them, for the desk. They go with the comment's words.
 * @param comments Payload's own table.
 */
export const commentVersions = (comments: { id: AnyPgColumn }) =>
  pgTable(
    'comment_versions',
    {
      id: bigserial('id', { mode: 'number' }).primaryKey(),
      comment_id: uuid('comment_id')
        .notNull()
        .references(() => comments.id, { onDelete: 'cascade' }),
      body: text('body').notNull(),
      /** Until when it was the comment's text. */
      until: timestamp('until', { withTimezone: true, precision: 3 })
        .notNull()
        .default(sql`now()`),
    },
    (table) => [index('comment_versions_comment_idx').on(table.comment_id)],
  );
