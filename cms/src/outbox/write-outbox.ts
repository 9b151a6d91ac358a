import { sql } from '@payloadcms/db-postgres';
import type { Kind } from '@dateline/shared/feed';
import type { PayloadRequest } from 'payload';
import { transactionHandle } from '../in-transaction.ts';
import { outbox } from './table.ts';

/** The channel on which PostgreSQL tells, after the commit, that the outbox has grown. */
export const outboxChannel = 'dateline_outbox';

/** A change to what is public. `slug` is where the document stands, or last stood; null where it has no page. */
export interface OutboxChange {
  op: 'put' | 'remove';
  kind: Kind;
  document: string;
  slug: string | null;
  formerSlugs: string[];
  /** The published shape; null for a removal. */
  data: unknown;
}

/** Writes changes in the request's own transaction, so that they are stored with the document or not at all. */
export async function writeOutbox(req: PayloadRequest, ...changes: OutboxChange[]): Promise<void> {
  if (changes.length === 0) return;
  const handle = await transactionHandle(req);
  await handle.insert(outbox).values(changes);
  await handle.execute(sql`select pg_notify(${outboxChannel}, '')`);
}
