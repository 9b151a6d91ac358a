import type { Payload } from 'payload';
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
    close: async () => {
      const payload = await opening?.catch(() => undefined);
      await payload?.destroy();
    },
  };
}

async function open(connectionString: string): Promise<Payload> {
  await knock(connectionString);
  const { openPayload } = await import('../commands/open-payload.ts');
  return await openPayload();
}

/** Asks whether PostgreSQL is there, which Payload would take longer to find out, with a stack trace for each who asks. */
async function knock(connectionString: string): Promise<void> {
  const client = new Client({ connectionString, connectionTimeoutMillis: 5_000 });
  client.on('error', () => {});
  try {
    await client.connect();
  } finally {
    await client.end();
  }
}
