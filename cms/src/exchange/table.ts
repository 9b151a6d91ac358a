import { pgTable, uuid } from '@payloadcms/db-postgres/drizzle/pg-core';

/** What was ever brought in from elsewhere, by id: it is not brought in again, even where it was deleted since. */
export const importedComments = pgTable('imported_comments', { id: uuid('id').primaryKey() });
