import { sql } from '@payloadcms/db-postgres';
import type { SQL } from '@payloadcms/db-postgres/drizzle';

/** A statement with its values, numbered from $1, for a transaction's handle. */
export const bound = (statement: string, values: readonly unknown[]): SQL =>
  sql.join(
    statement
      .split(/\$(\d+)/)
      .map((part, at) => (at % 2 === 0 ? sql.raw(part) : sql`${values[Number(part) - 1] ?? null}`)),
  );
