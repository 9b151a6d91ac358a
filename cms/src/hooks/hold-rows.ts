import { sql } from '@payloadcms/db-postgres';
import type { PayloadRequest } from 'payload';
import { transactionHandle } from '../in-transaction.ts';

/** Holds rows until the request's transaction ends, in order of their ids, as everybody who holds several. */
export async function holdRows(req: PayloadRequest, table: string, ids: readonly string[]): Promise<void> {
  const handle = await transactionHandle(req);
  await handle.execute(sql`
    select 1 from ${sql.identifier(table)}
    where id in (select jsonb_array_elements_text(${JSON.stringify(ids)}::jsonb)::uuid)
    order by id for no key update`);
}
