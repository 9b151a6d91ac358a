import { getPayload, type Payload } from 'payload';
import config from '../payload.config.ts';

/**
 * The app's Payload, without its crons. Close it with `payload.destroy()`.
 * @param options.beforeTables True for what runs before the tables are there: nothing is read or written on opening then.
 */
export async function openPayload({ beforeTables = false } = {}): Promise<Payload> {
  return await getPayload({ config, cron: false, disableOnInit: beforeTables });
}

/** For what stands outside this package and calls the desk's API without a server. */
export { config };
export { handleEndpoints } from 'payload';
