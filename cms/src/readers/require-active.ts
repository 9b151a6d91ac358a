import { sql } from '@payloadcms/db-postgres';
import type { Handle } from '../in-transaction.ts';
import { ReaderFailure } from './failure.ts';

/** Whoever is suspended at this moment writes nothing, whatever was so when it was judged. */
export const isActive = `status = 'active'`;

/** @throws ReaderFailure `suspended`, where a reader was, in the meantime. */
export async function requireActive(handle: Handle, reader: string): Promise<void> {
  const { rows } = await handle.execute(sql`select 1 from readers where id = ${reader} and ${sql.raw(isActive)}`);
  if (rows.length === 0) throw new ReaderFailure('suspended');
}
