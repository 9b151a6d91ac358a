import { randomUUID } from 'node:crypto';
import pg from 'pg';
import { inject } from 'vitest';
import { databaseURL } from '../../scripts/postgres.ts';
import { atEnd } from './at-end.ts';
import { template } from './template.ts';

/** A migrated, empty database of the test file's own, dropped when the file is through. Returns its URL. */
export const freshDatabase = () => makeDatabase(template);

/** The same without any table: for what migrates by itself. */
export const emptyDatabase = () => makeDatabase('template1');

async function makeDatabase(from: string): Promise<string> {
  const server = inject('clusterURL');
  const name = `test_${randomUUID().replaceAll('-', '')}`;
  await query(server, `CREATE DATABASE ${name} TEMPLATE ${from}`);
  atEnd(() => query(server, `DROP DATABASE IF EXISTS ${name} WITH (FORCE)`));
  return databaseURL(server, name);
}

/** One query on a connection of its own. */
export async function query<Row extends pg.QueryResultRow>(
  url: string,
  sql: string,
  values: unknown[] = [],
): Promise<Row[]> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    const { rows } = await client.query<Row>(sql, values);
    return rows;
  } finally {
    await client.end();
  }
}

/** How many statements with this text wait for a lock of somebody else's, in this database. */
export async function waitingFor(url: string, text: string): Promise<number> {
  const waiting = await query(
    url,
    `select 1 from pg_stat_activity
     where datname = current_database() and wait_event_type = 'Lock' and strpos(query, $1) > 0`,
    [text],
  );
  return waiting.length;
}

/**
 * A pool that may be ended before the test file is through. The database may be dropped under connections of it that are closing,
 * which would otherwise end the process.
 */
export function openPool(url: string, options: pg.PoolConfig = {}): pg.Pool {
  const pool = new pg.Pool({ connectionString: url, ...options });
  pool.on('error', () => {});
  pool.on('connect', (client) => client.on('error', () => {}));
  atEnd(() => (pool.ending ? undefined : pool.end()));
  return pool;
}

/** A connection that stays open until the test file is through: for transactions that overlap. */
export async function connect(url: string): Promise<pg.Client> {
  const client = new pg.Client({ connectionString: url });
  // The database is dropped under a client that a failed test left behind.
  client.on('error', () => {});
  await client.connect();
  atEnd(() => client.end());
  return client;
}
