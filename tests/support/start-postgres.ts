import { startPostgres } from '../../scripts/postgres.ts';

/** Starts a cluster and stays, for tests that kill whoever started one. Sends where its data are. */
const [dir = '', mode] = process.argv.slice(2);
const { dataDir } = await startPostgres({ dir, temporary: mode === 'temporary' });
process.send?.(dataDir);
setInterval(() => {}, 60_000);
