import type { Payload, SanitizedConfig } from 'payload';
import { Client } from 'pg';

/** The app's Payload, loaded when it is first asked for. A failure is not kept: the next who asks tries again. */
export function lazyPayload(connectionString: string) {
  let opening: Promise<Payload> | undefined;
  return {
    getPayload: (): Promise<Payload> => {
      opening ??= open(connectionString).catch((error: unknown) => {
        opening = undefined;
        throw error;
      });
      return opening;
    },
    getConfig: async (): Promise<SanitizedConfig> => await (await import('../payload.config.ts')).default,
    close: async () => {
      const payload = await opening?.catch(() => undefined);
      await payload?.destroy();
    },
  };
}

async function open(connectionString: string): Promise<Payload> {
  await knock(connectionString);
  const { openPayload } = await import('../commands/open-payload.ts');
  const payload = await openPayload();
  // Without a listener, a connection that is cut while it idles would end the process that serves the files.
  payload.db.pool.on('error', (error) => console.error(`A connection to PostgreSQL was lost: ${error.message}`));
  return payload;
}

/** Asks whether PostgreSQL is there. Payload, opened without it, leaves a promise behind whose failure ends the process. */
async function knock(connectionString: string): Promise<void> {
  const client = new Client({ connectionString, connectionTimeoutMillis: 5_000 });
  client.on('error', () => {});
  try {
    await client.connect();
  } finally {
    await client.end();
  }
}
