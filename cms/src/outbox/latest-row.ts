import { and, desc, eq } from '@payloadcms/db-postgres/drizzle';
import type { Kind } from '@dateline/shared/feed';
import type { PayloadRequest } from 'payload';
import { transactionHandle } from '../in-transaction.ts';
import { outbox, type OutboxRow } from './table.ts';

/** What was last said of a document, this transaction's own rows included; undefined where it was never public. */
export async function latestRow(req: PayloadRequest, kind: Kind, document: string): Promise<OutboxRow | undefined> {
  const handle = await transactionHandle(req);
  const rows = await handle
    .select()
    .from(outbox)
    .where(and(eq(outbox.kind, kind), eq(outbox.document, document)))
    .orderBy(desc(outbox.seq))
    .limit(1);
  return rows[0];
}
