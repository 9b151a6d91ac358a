import type { z } from 'zod';
import type { person } from '@dateline/shared/person';
import { dayOf, idOf, textOf, textOrNull, textsOf } from './reference.ts';
import type { Row } from './row.ts';

/** A person as the published contract has them. */
export function projectPerson(row: Row): z.input<typeof person> {
  const roles = Array.isArray(row.roles) ? (row.roles as Record<string, unknown>[]) : [];
  return {
    id: row.id,
    slug: textOf(row.slug),
    formerSlugs: textsOf(row.formerSlugs),
    name: textOf(row.name),
    honorific: textOrNull(row.honorific),
    aliases: textsOf(row.aliases),
    photo: idOf(row.photo),
    biography: textOf(row.biography),
    roles: roles.map((role) => ({
      title: textOf(role.title),
      organisation: textOrNull(role.organisation),
      from: dayOf(role.from),
      to: dayOf(role.to),
    })),
  };
}
