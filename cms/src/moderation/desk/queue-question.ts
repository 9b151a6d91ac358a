import { documentId } from '@dateline/shared/id';
import { z } from 'zod';
import { holdReasons, type HoldReason } from '../verdict.ts';
import { queuePlace } from './queue-place.ts';
import { mostAtOnce, queueViews } from './shapes.ts';

const reasons = Object.keys(holdReasons) as HoldReason[];
const id = documentId.optional();

/** What is asked of the queue: a view, of which only what fits all that is given, so many from a place on. */
export const queueQuestion = z.object({
  view: z.enum(queueViews).catch('held'),
  article: id,
  /** Who the article mentions. */
  person: id,
  reader: id,
  comment: id,
  reason: z.enum(reasons).optional(),
  after: queuePlace.optional(),
  limit: z.coerce.number().int().min(1).max(500).default(50),
  /** Of comments to be told of as well, between commas. */
  ids: z
    .string()
    .catch('')
    .transform((said) => said.split(','))
    // What is chosen, and what is open or was taken back beside it.
    .pipe(
      z
        .array(documentId)
        .max(mostAtOnce + 2)
        .catch([]),
    ),
});

export type Question = Omit<z.output<typeof queueQuestion>, 'ids'>;
