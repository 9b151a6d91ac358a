import { z } from 'zod';
import { day, documentId, formerSlugs, slug } from './id.ts';
import { limits } from './limits.ts';

/** An office or job that a person held. Open ends are null: `from` unknown, `to` still held. Both days are inclusive. */
export const role = z.strictObject({
  title: z.string().min(1).max(limits.name.max),
  organisation: z.string().max(limits.name.max).nullable(),
  from: day.nullable(),
  to: day.nullable(),
});

/** A published person: somebody in the news, or one of its authors. */
export const person = z.strictObject({
  id: documentId,
  slug,
  formerSlugs,
  name: z.string().min(1).max(limits.name.max),
  honorific: z.string().max(40).nullable(),
  aliases: z.array(z.string().min(1).max(limits.name.max)),
  photo: documentId.nullable(),
  biography: z.string().max(2_000),
  roles: z.array(role),
});

export type Role = z.infer<typeof role>;
export type Person = z.infer<typeof person>;

/**
 * The roles that somebody held on a day, the latest begun first.
 * @param on A day, `2026-02-04`.
 */
export function rolesOn(roles: readonly Role[], on: string): Role[] {
  return roles
    .filter((role) => (role.from === null || role.from <= on) && (role.to === null || on <= role.to))
    .sort((a, b) => (b.from ?? '').localeCompare(a.from ?? ''));
}
