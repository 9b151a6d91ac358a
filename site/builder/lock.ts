import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';

/**
 * Keeps a second builder off a site directory for as long as this process lives. It is a lock of the operating
 * system, by way of SQLite, so that it ends with the process, however that ends.
 */
export function lockSite(siteDir: string): { release: () => void } {
  mkdirSync(siteDir, { recursive: true });
  const database = new DatabaseSync(join(siteDir, 'builder.lock'));
  try {
    database.exec('pragma busy_timeout = 0; begin exclusive');
  } catch (error) {
    database.close();
    if (error instanceof Error && 'errcode' in error && error.errcode === 5) {
      throw new Error(`Another builder is at work on ${siteDir}. Stop it first.`, { cause: error });
    }
    throw error;
  }
  return { release: () => database.close() };
}
