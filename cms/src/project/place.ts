import type { z } from 'zod';
import type { place } from '@dateline/shared/place';
import { idOf, textOf, textsOf } from './reference.ts';
import type { Row } from './row.ts';

/** A place as the published contract has it. */
export const projectPlace = (row: Row): z.input<typeof place> => ({
  id: row.id,
  slug: textOf(row.slug),
  formerSlugs: textsOf(row.formerSlugs),
  name: textOf(row.name),
  kind: textOf(row.kind) as 'town',
  parent: idOf(row.parent),
  aliases: textsOf(row.aliases),
  description: textOf(row.description),
});
