import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';

const isBusy = (error: unknown) => error instanceof Error && 'errcode' in error && error.errcode === 5;

/** A lock of the operating system, by way of SQLite, so that it ends with the process, however that ends. */
function lock(file: string, patience: number, refusal: string): { release: () => void } {
  const database = new DatabaseSync(file);
  try {
    database.exec(`pragma busy_timeout = ${patience}; begin exclusive`);
  } catch (error) {
    database.close();
    if (isBusy(error)) throw new Error(refusal, { cause: error });
    throw error;
  }
  return { release: () => database.close() };
}

/** Keeps a second builder off a site directory for as long as this process lives. */
export function lockSite(siteDir: string): { release: () => void } {
  mkdirSync(siteDir, { recursive: true });
  return lock(join(siteDir, 'builder.lock'), 0, `Another builder is at work on ${siteDir}. Stop it first.`);
}

/** Milliseconds that a process may take to end whose builder was killed. */
const patience = 20_000;

/**
 * Keeps a second process off a release. A builder that is killed leaves the process that renders behind, which ends by
 * itself, after the page that it is at: until then nobody else may write.
 */
export const lockRelease = (directory: string) =>
  lock(join(directory, 'render.lock'), patience, `Another process is at work in ${directory}. Stop it first.`);
