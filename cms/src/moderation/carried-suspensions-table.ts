import { pgTable, text, timestamp } from '@payloadcms/db-postgres/drizzle/pg-core';

/** Suspensions whose account was deleted before their end. Nothing in them says whose they are: {@link ./carried-suspensions.ts} */
export const carriedSuspensions = pgTable('carried_suspensions', {
  /** A keyed hash of the mail address. */
  address: text('address').primaryKey(),
  until: timestamp('until', { withTimezone: true, precision: 3 }).notNull(),
});
