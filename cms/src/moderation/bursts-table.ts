import { pgTable, primaryKey, text, timestamp, uuid } from '@payloadcms/db-postgres/drizzle/pg-core';

/** Bursts of which moderators were told by mail, each once while it lasts. They name what is written about, and no reader. */
export const burstMails = pgTable(
  'burst_mails',
  {
    /** As an alert's: {@link ./desk/shapes.ts} */
    kind: text('kind').notNull(),
    subject_id: uuid('subject_id').notNull(),
    /** Whose look at the alerts found it. */
    found_by: uuid('found_by').notNull(),
    /** When it was last an alert. */
    seen_at: timestamp('seen_at', { withTimezone: true, precision: 3 }).notNull(),
  },
  (table) => [primaryKey({ columns: [table.kind, table.subject_id] })],
);
