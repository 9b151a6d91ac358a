import { bigserial, index, pgTable, text, timestamp, uuid } from '@payloadcms/db-postgres/drizzle/pg-core';
import { sql } from '@payloadcms/db-postgres';

/**
 * Every act of moderation, in order. Rows name documents by id and refer to none, so that they stay when those go;
 * nothing that a reader wrote is copied into them, and what is written about a reader stands in {@link ./log-readers-table.ts}.
 * {@link ./log-guard.ts} has PostgreSQL refuse every change.
 */
export const moderationLog = pgTable(
  'moderation_log',
  {
    id: bigserial('id', { mode: 'number' }).primaryKey(),
    at: timestamp('at', { withTimezone: true, precision: 3 })
      .notNull()
      .default(sql`clock_timestamp()`),
    /** Who did it, and their name then; null where the newsroom's own rules did. */
    staff: uuid('staff'),
    staffName: text('staff_name'),
    act: text('act').notNull(),
    comment: uuid('comment'),
    /** {@link ./reader-mark.ts} */
    reader: uuid('reader'),
    article: uuid('article'),
    before: text('before'),
    after: text('after'),
    reason: text('reason'),
    /** Of a decision: since when the comment had been what it was before; null where it was public and nobody had decided that. */
    since: timestamp('since', { withTimezone: true, precision: 3 }),
    /** Acts of one press of a key or button. */
    batch: uuid('batch'),
  },
  (table) => [
    index('moderation_log_comment_idx').on(table.comment),
    index('moderation_log_reader_idx').on(table.reader),
    index('moderation_log_batch_idx').on(table.batch),
    index('moderation_log_waited_idx')
      .on(table.at)
      .where(sql`act = 'decide' and before = 'held' and after <> 'held'`),
    index('moderation_log_article_idx').on(table.article, table.id),
    index('moderation_log_act_idx').on(table.act, table.id),
    index('moderation_log_staff_idx').on(table.staff, table.id),
  ],
);
