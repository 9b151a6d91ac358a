import { boolean, integer, pgTable, text, timestamp } from '@payloadcms/db-postgres/drizzle/pg-core';

const instant = (name: string) => timestamp(name, { withTimezone: true, mode: 'date', precision: 3 });

/** What each builder elsewhere has been told, so that no crash or restart loses a call. */
export const dispatches = pgTable('dispatches', {
  target: text('target').primaryKey(),
  /** Where it stood then: what stands elsewhere now is told from the beginning. */
  place: text('place').notNull(),
  /** The cursor of the last call that was taken. */
  told: text('told'),
  /** The cursor of a call that was refused for good; what is published after it is told again. */
  refused: text('refused'),
  /** Failures in a row. */
  attempts: integer('attempts').notNull().default(0),
  /** How often somebody at the desk asked for a call. */
  requests: integer('requests').notNull().default(0),
  /** When the next call is due; null where there is nothing to tell. */
  dueAt: instant('due_at'),
  calledAt: instant('called_at'),
  /** Whether the last call was taken; null before the first. */
  isTaken: boolean('is_taken'),
  /** Its status of HTTP; null where there was no answer. */
  status: integer('status'),
  /** What the answer means, in a sentence for the desk. */
  answer: text('answer'),
});
