import { bigint, boolean, pgTable, text, timestamp, uuid } from '@payloadcms/db-postgres/drizzle/pg-core';
import { sql } from '@payloadcms/db-postgres';

const instant = (name: string) =>
  timestamp(name, { withTimezone: true, mode: 'date', precision: 3 })
    .notNull()
    .default(sql`clock_timestamp()`);

/** Who reads the feed, by the site directory that each fills. */
export const builders = pgTable('builders', {
  id: uuid('id').primaryKey(),
  release: text('release'),
  /** How far its site is live, by its last receipt; null before its first. */
  position: bigint('position', { mode: 'number' }),
  /** Whether it ever waited at the feed: one that never did comes and goes, as CI does. */
  isResident: boolean('is_resident').notNull().default(false),
  firstSeen: instant('first_seen'),
  lastSeen: instant('last_seen'),
});
