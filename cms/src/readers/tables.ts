import {
  bigint,
  index,
  integer,
  pgTable,
  text,
  timestamp,
  uuid,
  varchar,
  type AnyPgColumn,
} from '@payloadcms/db-postgres/drizzle/pg-core';

const instant = (name: string) => timestamp(name, { withTimezone: true, precision: 3 });

/**
 * The tables of readers that are no collections, since nobody should see them in the admin: sessions,
 * one-time tokens, the queue of mail, and the counters of limits.
 * @param readers Payload's own table of the `readers` collection, so that a reader's sessions and tokens go with them.
 */
export function readerTables(readers: { id: AnyPgColumn }) {
  const reader = (name: string) =>
    uuid(name)
      .notNull()
      .references(() => readers.id, { onDelete: 'cascade' });
  return {
    /** Column names are those that Lucia's adapter writes. `id` is a hash of what the cookie holds. */
    reader_sessions: pgTable(
      'reader_sessions',
      { id: text('id').primaryKey(), user_id: reader('user_id'), expires_at: instant('expires_at').notNull() },
      (table) => [
        index('reader_sessions_user_idx').on(table.user_id),
        index('reader_sessions_expires_idx').on(table.expires_at),
      ],
    ),
    /**
     * A link that was mailed. It carries the registration that it confirms, so that a later registration of
     * the same address by somebody else cannot slip its password under it.
     */
    reader_tokens: pgTable(
      'reader_tokens',
      {
        hash: text('hash').primaryKey(),
        reader_id: reader('reader_id'),
        purpose: text('purpose').notNull(),
        name: text('name').notNull(),
        password_hash: text('password_hash').notNull(),
        return_to: text('return_to').notNull(),
        expires_at: instant('expires_at').notNull(),
        used_at: instant('used_at'),
      },
      (table) => [index('reader_tokens_reader_idx').on(table.reader_id)],
    ),
    mail_queue: pgTable(
      'mail_queue',
      {
        id: uuid('id').primaryKey(),
        to: text('to').notNull(),
        subject: text('subject').notNull(),
        text: text('text').notNull(),
        html: text('html').notNull(),
        created_at: instant('created_at').notNull().defaultNow(),
        attempts: integer('attempts').notNull().default(0),
        sent_at: instant('sent_at'),
        last_error: text('last_error'),
        /** Null when it is sent, or given up. */
        next_try_at: instant('next_try_at').defaultNow(),
      },
      (table) => [index('mail_queue_next_try_idx').on(table.next_try_at)],
    ),
    /** The layout that rate-limiter-flexible inserts into by position: its columns' order is part of it. */
    rate_limits: pgTable('rate_limits', {
      key: varchar('key', { length: 255 }).primaryKey(),
      points: integer('points').notNull().default(0),
      expire: bigint('expire', { mode: 'number' }),
    }),
  };
}
