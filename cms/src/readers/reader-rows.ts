import { sql } from '@payloadcms/db-postgres';
import type { SQL } from '@payloadcms/db-postgres/drizzle';
import type { Payload, PayloadRequest } from 'payload';
import { holdRows } from '../hooks/hold-rows.ts';
import { transactionHandle } from '../in-transaction.ts';

/** A reader as it is stored. */
export interface ReaderRow {
  id: string;
  email: string;
  name: string;
  status: 'unverified' | 'unclaimed' | 'active' | 'suspended';
  passwordHash: string | null;
}

/** Whether nobody has confirmed their address yet: they may register with it. */
export const isPending = ({ status }: Pick<ReaderRow, 'status'>) => status === 'unverified' || status === 'unclaimed';

/**
 * Not by way of Payload's own `find`, which costs a log-in more than all else but the hash. In a transaction the reader is there until
 * it ends, or not found.
 */
async function findOne(payload: Payload, where: SQL, req?: PayloadRequest): Promise<ReaderRow | undefined> {
  const handle = req ? await transactionHandle(req) : payload.db.drizzle;
  const { rows } = await handle.execute<ReaderRow & Record<string, unknown>>(sql`
    select id, email, name, status, password_hash as "passwordHash" from readers where ${where}
    limit 1 ${req ? sql`for key share` : sql``}`);
  return rows[0];
}

/**
 * Holds a reader until the request's transaction ends. Whoever changes what lets them in holds them before their sessions, links and
 * passkeys.
 */
export const holdReader = (req: PayloadRequest, id: string) => holdRows(req, 'readers', [id]);

/** The reader of an address, in the form in which it is stored. */
export const readerByEmail = (payload: Payload, email: string, req?: PayloadRequest) =>
  findOne(payload, sql`email = ${email}`, req);

export const readerById = (payload: Payload, id: string, req?: PayloadRequest) =>
  findOne(payload, sql`id = ${id}`, req);
