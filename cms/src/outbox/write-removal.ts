import type { Kind } from '@dateline/shared/feed';
import type { PayloadRequest } from 'payload';
import { latestRow } from './latest-row.ts';
import { writeOutbox } from './write-outbox.ts';

/**
 * Says in the outbox that a document is not public any more, where that was not said last.
 * @param successor Whom it was merged into, null for nobody; without it, what was said of that still holds.
 */
export async function writeRemoval(
  req: PayloadRequest,
  kind: Kind,
  id: string,
  successor?: string | null,
): Promise<void> {
  const last = await latestRow(req, kind, id);
  const known = last?.op === 'remove' ? last.successor : null;
  const next = successor === undefined ? known : successor;
  if (last?.op !== 'put' && known === next) return;
  await writeOutbox(req, {
    op: 'remove',
    kind,
    document: id,
    slug: last?.slug ?? null,
    formerSlugs: last?.formerSlugs ?? [],
    successor: next,
    data: null,
  });
}
