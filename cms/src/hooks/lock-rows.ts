import { documentId } from '@dateline/shared/id';
import { sql } from '@payloadcms/db-postgres';
import type { CollectionBeforeOperationHook, Where } from 'payload';
import { transactionHandle } from '../in-transaction.ts';

/**
 * Holds the rows that an update changes before Payload reads them: it writes every column back as it was read, and what
 * somebody else changed in between would be lost.
 */
export const lockRows: CollectionBeforeOperationHook = async ({ args, collection, operation, overrideAccess, req }) => {
  if (operation !== 'update') return args;
  const { id, where } = args as { id?: unknown; where?: Where };
  const handle = await transactionHandle(req);
  const table = sql.identifier(collection.slug);
  if (id !== undefined) {
    const known = documentId.safeParse(id);
    if (known.success) await handle.execute(sql`select 1 from ${table} where id = ${known.data} for no key update`);
    return args;
  }
  if (!where) return args;
  const { docs } = await req.payload.find({
    collection: collection.slug,
    where,
    depth: 0,
    pagination: false,
    select: {},
    overrideAccess: overrideAccess ?? false,
    req,
  });
  const ids = docs.map((doc) => String(doc.id));
  // In order of their ids, as everybody who holds several.
  await handle.execute(sql`
    select 1 from ${table} where id in (select jsonb_array_elements_text(${JSON.stringify(ids)}::jsonb)::uuid)
    order by id for no key update`);
  // What has come to fit since is not held.
  return { ...args, where: { and: [where, { id: { in: ids } }] } };
};
