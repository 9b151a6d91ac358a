import { sql } from '@payloadcms/db-postgres';
import {
  bigint,
  boolean,
  index,
  integer,
  pgTable,
  text,
  timestamp,
  uniqueIndex,
  uuid,
  varchar,
  type AnyPgColumn,
} from '@payloadcms/db-postgres/drizzle/pg-core';

const instant = (name: string) => timestamp(name, { withTimezone: true, precision: 3 });

/**
 * The tables of readers that are no collections, since nobody should see them in the admin: sessions,
 * one-time tokens, the queue of mail, and the counters of limits.
 * @param readers Payload's own table of the `readers` collection, so that a reader's sessions and tokens go with them.
 * @param comments Payload's own table of the `comments` collection.
 */
export function readerTables(readers: { id: AnyPgColumn }, comments: { id: AnyPgColumn }) {
  const reader = (name: string) =>
    uuid(name)
      .notNull()
      .references(() => readers.id, { onDelete: 'cascade' });
  return {
    /** Column names are those that Lucia's adapter writes. `id` is a hash of what the cookie holds. */
    reader_sessions: pgTable(
      'reader_sessions',
      {
        id: text('id').primaryKey(),
        user_id: reader('user_id'),
        expires_at: instant('expires_at').notNull(),
        /** "Firefox on Android", for its reader to know it by. */
        device: text('device').notNull().default(''),
        created_at: instant('created_at').notNull().defaultNow(),
        /** To the hour. */
        seen_at: instant('seen_at').notNull().defaultNow(),
      },
      (table) => [
        index('reader_sessions_user_idx').on(table.user_id),
        index('reader_sessions_expires_idx').on(table.expires_at),
      ],
    ),
    /**
     * A link that was mailed. It carries what it does: the registration that it confirms, so that a later one of the
     * same address by somebody else cannot slip its password under it; or the new address of an account.
     */
    reader_tokens: pgTable(
      'reader_tokens',
      {
        hash: text('hash').primaryKey(),
        reader_id: reader('reader_id'),
        purpose: text('purpose').notNull(),
        name: text('name'),
        password_hash: text('password_hash'),
        return_to: text('return_to'),
        email: text('email'),
        expires_at: instant('expires_at').notNull(),
        used_at: instant('used_at'),
      },
      (table) => [index('reader_tokens_reader_idx').on(table.reader_id)],
    ),
    /** `id` is the credential's, `public_key` its key in COSE; both base64url. */
    reader_passkeys: pgTable(
      'reader_passkeys',
      {
        id: text('id').primaryKey(),
        reader_id: reader('reader_id'),
        public_key: text('public_key').notNull(),
        counter: bigint('counter', { mode: 'number' }).notNull(),
        transports: text('transports').notNull(),
        device: text('device').notNull(),
        /** What its reader calls it. */
        name: text('name'),
        created_at: instant('created_at').notNull().defaultNow(),
        used_at: instant('used_at'),
      },
      (table) => [index('reader_passkeys_reader_idx').on(table.reader_id)],
    ),
    /** What an authenticator is to sign; `reader_id` is null where it is to say who it is for. */
    passkey_challenges: pgTable(
      'passkey_challenges',
      {
        hash: text('hash').primaryKey(),
        reader_id: uuid('reader_id').references(() => readers.id, { onDelete: 'cascade' }),
        expires_at: instant('expires_at').notNull(),
      },
      (table) => [
        index('passkey_challenges_reader_idx').on(table.reader_id),
        index('passkey_challenges_expires_idx').on(table.expires_at),
      ],
    ),
    mail_queue: pgTable(
      'mail_queue',
      {
        id: uuid('id').primaryKey(),
        /** Whose account it is about; the log goes with the account. */
        reader_id: uuid('reader_id').references(() => readers.id, { onDelete: 'cascade' }),
        to: text('to').notNull(),
        subject: text('subject').notNull(),
        text: text('text').notNull(),
        html: text('html').notNull(),
        /** Where a POST ends mails of this kind. */
        unsubscribe: text('unsubscribe'),
        created_at: instant('created_at').notNull().defaultNow(),
        attempts: integer('attempts').notNull().default(0),
        /** Set while it is being sent. */
        claimed_at: instant('claimed_at'),
        sent_at: instant('sent_at'),
        last_error: text('last_error'),
        /** Null when it is sent, or given up; for one that is being sent, when whoever sends it counts as dead. */
        next_try_at: instant('next_try_at').defaultNow(),
      },
      (table) => [
        index('mail_queue_next_try_idx').on(table.next_try_at),
        index('mail_queue_reader_idx').on(table.reader_id),
      ],
    ),
    /** What readers are told of their comments. */
    notifications: pgTable(
      'notifications',
      {
        id: uuid('id').primaryKey(),
        reader_id: reader('reader_id'),
        comment_id: uuid('comment_id')
          .notNull()
          .references(() => comments.id, { onDelete: 'cascade' }),
        kind: text('kind').notNull(),
        what: text('what').notNull(),
        reason: text('reason').notNull(),
        created_at: instant('created_at').notNull().defaultNow(),
        /** For the digest. */
        waits: boolean('waits').notNull(),
        mailed_at: instant('mailed_at'),
      },
      (table) => [
        // Nobody is told twice.
        uniqueIndex('notifications_once_idx').on(table.reader_id, table.comment_id, table.what),
        index('notifications_waiting_idx')
          .on(table.kind, table.reader_id)
          .where(sql`waits`),
        index('notifications_comment_idx').on(table.comment_id),
      ],
    ),
    /** The layout that rate-limiter-flexible inserts into by position: its columns' order is part of it. */
    rate_limits: pgTable('rate_limits', {
      key: varchar('key', { length: 255 }).primaryKey(),
      points: integer('points').notNull().default(0),
      expire: bigint('expire', { mode: 'number' }),
    }),
  };
}
