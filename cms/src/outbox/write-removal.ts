import type { Kind } from '@dateline/shared/feed';
import type { PayloadRequest } from 'payload';
import { latestRow } from './latest-row.ts';
import { writeOutbox } from './write-outbox.ts';

/** Says in the outbox that a document is not public any more, if it was. */
export async function writeRemoval(req: PayloadRequest, kind: Kind, id: string): Promise<void> {
  const last = await latestRow(req, kind, id);
  if (last?.op !== 'put') return;
  await writeOutbox(req, {
    op: 'remove',
    kind,
    document: id,
    slug: last.slug,
    formerSlugs: last.formerSlugs,
    data: null,
  });
}
