import { randomUUID } from 'node:crypto';
import { sql } from '@payloadcms/db-postgres';
import { createLocalReq, type Payload, type PayloadRequest } from 'payload';

/** The drizzle handle on which a transaction's statements run. */
export type Handle = Pick<Payload['db']['drizzle'], 'execute' | 'insert' | 'select' | 'update' | 'delete'>;

/**
 * Runs `work` in one transaction and commits it. Everything that is given its `req` joins.
 * Payload swallows a COMMIT that fails; this throws, so what it returns is stored.
 * @throws What `work` throws, and whatever PostgreSQL says against the commit; nothing is stored then.
 */
export async function inTransaction<T>(payload: Payload, work: (req: PayloadRequest) => Promise<T>): Promise<T> {
  const id = randomUUID();
  let rolledBack = false;
  const sessions = (payload.db.sessions ??= {});
  return await payload.db.drizzle.transaction(async (transaction) => {
    const rollBack = async () => {
      rolledBack = true;
    };
    sessions[id] = { db: transaction, resolve: async () => {}, reject: rollBack } as never;
    try {
      const req = await createLocalReq({}, payload);
      req.transactionID = id;
      const result = await work(req);
      if (rolledBack) throw new Error('A part of the transaction failed, so nothing was stored.');
      // COMMIT of an aborted transaction rolls back without an error; any statement tells.
      await transaction.execute(sql`select 1`);
      return result;
    } finally {
      delete sessions[id];
    }
  });
}

/** The handle of the request's own transaction, or the pool's where it has none. */
export async function transactionHandle(req: PayloadRequest): Promise<Handle> {
  const id = await req.transactionID;
  const { drizzle, sessions } = req.payload.db;
  const session = id === undefined ? undefined : sessions?.[id];
  return (session?.db ?? drizzle) as Handle;
}
