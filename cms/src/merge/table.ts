import { index, pgTable, timestamp, uuid, type AnyPgColumn } from '@payloadcms/db-postgres/drizzle/pg-core';
import { sql } from '@payloadcms/db-postgres';

/**
 * Who was merged into whom. It stands beside the documents, not in them: a draft or an old version that is restored says nothing
 * of who somebody is.
 * @param people Payload's own table, so that a merge goes with the person. Whom they were merged into may be gone.
 */
export const mergesTable = (people: { id: AnyPgColumn }) =>
  pgTable(
    'merges',
    {
      person: uuid('person')
        .primaryKey()
        .references(() => people.id, { onDelete: 'cascade' }),
      successor: uuid('successor').notNull(),
      at: timestamp('at', { withTimezone: true, precision: 3 })
        .notNull()
        .default(sql`now()`),
    },
    (table) => [index('merges_successor_idx').on(table.successor)],
  );
