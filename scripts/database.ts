import { setTimeout as wait } from 'node:timers/promises';
import { startPostgres } from './postgres.ts';

/** The database of a running Dateline. */
export interface Database {
  url: string;
  embedded: boolean;
  stop: () => Promise<void>;
  /** Starts an embedded one again, at the same address, after `stop`. */
  restart: () => Promise<void>;
}

/** The database that the setting names, or an embedded one, which is started again where it dies. */
export async function startDatabase(
  url: string | undefined,
  dir: string,
  onLine: (line: string) => void,
): Promise<Database> {
  if (url) {
    const nothing = () => Promise.resolve();
    return { url, embedded: false, stop: nothing, restart: nothing };
  }
  let postgres = await startPostgres({ dir });
  const address = postgres.url;
  const { port } = new URL(address);
  let stopping = false;
  const watch = () =>
    void postgres.gone.then(async () => {
      while (!stopping) {
        onLine('stopped; starting it again');
        const failure = await restart().catch((error: Error) => error);
        if (!failure) return;
        onLine(failure.message);
        await wait(5_000);
      }
    });
  const restart = async () => {
    stopping = false;
    postgres = await startPostgres({ dir, port: Number(port), onlyPort: true });
    watch();
  };
  watch();
  return {
    url: address,
    embedded: true,
    restart,
    stop: async () => {
      stopping = true;
      await postgres.stop();
    },
  };
}
