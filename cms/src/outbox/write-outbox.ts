import type { Kind } from '@dateline/shared/feed';
import type { PayloadRequest } from 'payload';
import { transactionHandle } from '../in-transaction.ts';
import { outbox } from './table.ts';
import { tellInTransaction } from './tell.ts';

/** A change to what is public. `slug` is where the document stands, or last stood; null where it has no page. */
export interface OutboxChange {
  op: 'put' | 'remove';
  kind: Kind;
  document: string;
  slug: string | null;
  formerSlugs: string[];
  /** Of a removal: whom it was merged into. */
  successor?: string | null;
  /** The published shape; null for a removal. */
  data: unknown;
}

/** Writes changes in the request's own transaction, so that they are stored with the document or not at all. */
export async function writeOutbox(req: PayloadRequest, ...changes: OutboxChange[]): Promise<void> {
  if (changes.length === 0) return;
  const handle = await transactionHandle(req);
  await handle.insert(outbox).values(changes);
  await tellInTransaction(req, handle);
}

/**
 * The same as a part of a statement: that a new document is public, which has no page of its own.
 * @param source Gives its id and its published shape, as `select`.
 */
export const outboxPut = (kind: Kind, source: string) =>
  `insert into outbox (op, kind, document, data) select 'put', '${kind}', new.* from (${source}) as new`;
