import type { PostgresAdapter } from '@payloadcms/db-postgres';
import type { PgTable } from '@payloadcms/db-postgres/drizzle/pg-core';
import type { Config } from 'payload';
import { keepPool } from './pool.ts';

type HostAdapter = NonNullable<Config['db']>;
type Tables = Record<string, PgTable>;

/**
 * The host's adapter with tables of the plugin's own, so that the host's migrations cover them.
 * @param tables Makes them, by the name in the schema, of those that the collections have.
 */
export function withTables(db: HostAdapter, tables: (existing: Tables) => Tables): HostAdapter {
  const init: HostAdapter['init'] = (args) => {
    const adapter = db.init(args) as PostgresAdapter & ReturnType<HostAdapter['init']>;
    // A list of the adapter's own: the one at hand is the host's, and each start would add to it.
    adapter.afterSchemaInit = [
      ...adapter.afterSchemaInit,
      ({ adapter: { tables: existing }, schema }) => {
        Object.assign(existing, tables(existing as Tables));
        return schema;
      },
    ];
    keepPool(adapter);
    return adapter;
  };
  return { ...db, init };
}
