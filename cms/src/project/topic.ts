import type { z } from 'zod';
import type { topic } from '@dateline/shared/topic';
import { textOf, textsOf } from './reference.ts';
import type { Row } from './row.ts';

/** A topic as the published contract has it. */
export const projectTopic = (row: Row): z.input<typeof topic> => ({
  id: row.id,
  slug: textOf(row.slug),
  formerSlugs: textsOf(row.formerSlugs),
  name: textOf(row.name),
  description: textOf(row.description),
});
