import type { PayloadRequest } from 'payload';
import type { Row } from '../project/row.ts';
import { holdRows } from './hold-rows.ts';

/**
 * A document's main row, not its latest draft, held until the transaction ends: whoever else would say
 * something of it to the outbox waits, so that the newest row there is of the newest document.
 */
export async function lockedRow(req: PayloadRequest, collection: string, id: string): Promise<Row | null> {
  await holdRows(req, collection, [id]);
  return await req.payload.db.findOne<Row>({ collection, where: { id: { equals: id } }, joins: false, req });
}
