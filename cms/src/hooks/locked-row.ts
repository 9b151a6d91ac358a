import { sql } from '@payloadcms/db-postgres';
import type { PayloadRequest } from 'payload';
import { transactionHandle } from '../in-transaction.ts';
import type { Row } from '../project/row.ts';

/**
 * A document's main row, not its latest draft, held until the transaction ends: whoever else would say
 * something of it to the outbox waits, so that the newest row there is of the newest document.
 */
export async function lockedRow(req: PayloadRequest, collection: string, id: string): Promise<Row | null> {
  const handle = await transactionHandle(req);
  await handle.execute(sql`select 1 from ${sql.identifier(collection)} where id = ${id} for no key update`);
  return await req.payload.db.findOne<Row>({ collection, where: { id: { equals: id } }, joins: false, req });
}
