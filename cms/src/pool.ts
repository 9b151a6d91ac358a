import type { PostgresAdapter } from '@payloadcms/db-postgres';

/**
 * Makes an adapter's pool survive PostgreSQL, and end with the adapter. Payload's own listens to no error of a connection, be it
 * idle or held by a transaction between two statements, which would end the process, and keeps one connection that nothing ever
 * gives back.
 */
export function keepPool(adapter: PostgresAdapter & { payload: { logger: { error: (entry: object) => void } } }): void {
  const { connect, destroy } = adapter;

  const report = (err: Error) => adapter.payload.logger.error({ err, msg: 'A connection to PostgreSQL was lost.' });

  function listen(pool: PostgresAdapter['pool']): void {
    if (pool.listeners('error').includes(report)) return;
    pool.on('error', report);
    // Whoever holds one learns it from the next statement.
    pool.on('connect', (client) => client.on('error', () => {}));
  }

  async function open(): Promise<void> {
    const pool = new adapter.pg.Pool(adapter.poolOptions);
    listen(pool);
    try {
      (await pool.connect()).release();
      adapter.pool = pool;
    } catch {
      // Payload's own attempt follows, which makes a database that is missing or says what is wrong.
      await pool.end();
    }
  }

  adapter.connect = async function (options) {
    // It is rejected with what connect throws, and where nobody waits for it that would end the process.
    adapter.initializing.catch(() => undefined);
    if (!adapter.pool) await open();
    await connect?.call(adapter, options);
    listen(adapter.pool);
  };
  adapter.destroy = async function () {
    const { pool } = adapter as { pool?: PostgresAdapter['pool'] };
    await destroy?.call(adapter);
    Object.assign(adapter, { pool: undefined });
    await pool?.end();
  };
}
