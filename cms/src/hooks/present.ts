import type { PayloadRequest, Where } from 'payload';
import type { Row } from '../project/row.ts';

/** Of some ids, those of which a document is there and not in the trash, in the same order. */
export async function present(req: PayloadRequest, collection: string, ids: string[], more?: Where): Promise<string[]> {
  if (ids.length === 0) return [];
  const { docs } = await req.payload.db.find<Row>({
    collection,
    where: { and: [{ id: { in: ids } }, { deletedAt: { exists: false } }, ...(more ? [more] : [])] },
    pagination: false,
    joins: false,
    select: {},
    req,
  });
  const found = new Set(docs.map(({ id }) => id));
  return ids.filter((id) => found.has(id));
}
