import { existsSync, mkdirSync, rmSync } from 'node:fs';
import { dirname } from 'node:path';
import { DatabaseSync, type SQLInputValue, type StatementSync } from 'node:sqlite';
import { failpoint } from '../builder/failpoint.ts';
import { schema, schemaVersion } from './schema.ts';

/** An open snapshot file with its prepared statements. */
export interface Snapshot {
  file: string;
  database: DatabaseSync;
  all: <Row>(sql: string, ...values: SQLInputValue[]) => Row[];
  get: <Row>(sql: string, ...values: SQLInputValue[]) => Row | undefined;
  run: (sql: string, ...values: SQLInputValue[]) => void;
  /** All of `work` in one transaction, or none of it. */
  transaction: <T>(work: () => T) => T;
  /** All that `work` reads is of one state, and is read without asking at every question whether there is a newer one. */
  reading: <T>(work: () => Promise<T>) => Promise<T>;
  /** How many rows were read so far. */
  rowsRead: () => number;
  close: () => void;
}

/** Whether a snapshot is there that this version of the program can read. */
export function isReadable(file: string): boolean {
  if (!existsSync(file)) return false;
  const database = new DatabaseSync(file);
  try {
    const row = database.prepare('pragma user_version').get() as { user_version: number };
    return row.user_version === schemaVersion;
  } catch (error) {
    // A file that is no database, or a broken one: the feed has it all.
    if (error instanceof Error && 'errcode' in error && (error.errcode === 26 || error.errcode === 11)) return false;
    throw error;
  } finally {
    database.close();
  }
}

/** Removes a snapshot with the files that SQLite keeps beside it. */
function removeSnapshot(file: string): void {
  for (const suffix of ['', '-wal', '-shm']) rmSync(file + suffix, { force: true });
}

/**
 * Opens a snapshot, or makes an empty one where there is none or where another version of this program left its own.
 * @param readOnly The file must be there already; for Astro by itself and for render workers.
 */
export function openSnapshot(file: string, { readOnly = false } = {}): Snapshot {
  if (!readOnly) {
    mkdirSync(dirname(file), { recursive: true });
    if (!isReadable(file)) removeSnapshot(file);
  } else if (!existsSync(file)) {
    throw new Error(`There is no snapshot at ${file}. Run the builder first.`);
  }
  const database = new DatabaseSync(file, { readOnly });
  if (!readOnly) {
    // A document fills one page or two, and not a chain of small ones. It counts for a file that is made now.
    database.exec('pragma page_size = 16384; pragma journal_mode = wal; pragma synchronous = normal');
    const { user_version: version } = database.prepare('pragma user_version').get() as { user_version: number };
    if (version === 0) database.exec(`begin; ${schema}; pragma user_version = ${schemaVersion}; commit`);
  }
  database.exec(
    'pragma busy_timeout = 5000; pragma cache_size = -32768; pragma mmap_size = 67108864; pragma wal_autocheckpoint = 4000',
  );

  const statements = new Map<string, StatementSync>();
  const prepared = (sql: string): StatementSync => {
    let statement = statements.get(sql);
    if (!statement) statements.set(sql, (statement = database.prepare(sql)));
    return statement;
  };
  let rows = 0;
  return {
    file,
    database,
    all: <Row>(sql: string, ...values: SQLInputValue[]) => {
      const found = prepared(sql).all(...values) as Row[];
      rows += found.length;
      return found;
    },
    get: <Row>(sql: string, ...values: SQLInputValue[]) => {
      const found = prepared(sql).get(...values) as Row | undefined;
      if (found) rows++;
      return found;
    },
    rowsRead: () => rows,
    run: (sql, ...values) => void prepared(sql).run(...values),
    transaction: (work) => {
      database.exec('begin immediate');
      try {
        const result = work();
        failpoint('before commit');
        database.exec('commit');
        failpoint('after commit');
        return result;
      } catch (error) {
        database.exec('rollback');
        throw error;
      }
    },
    reading: async (work) => {
      database.exec('begin');
      try {
        return await work();
      } finally {
        database.exec('commit');
      }
    },
    close: () => database.close(),
  };
}
