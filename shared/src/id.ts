import { z } from 'zod';

/** The id of a document: a UUID, in lower case. Shapes refer to one another by it. */
export const documentId = z.uuid().toLowerCase();

/** One segment of a URL: lower-case letters and digits of any script, joined by single hyphens. */
export const slug = z
  .string()
  .max(120)
  .regex(/^[\p{Ll}\p{Lo}\p{M}\p{N}]+(-[\p{Ll}\p{Lo}\p{M}\p{N}]+)*$/u);

/** An instant in UTC, ISO 8601 with milliseconds and `Z`. */
export const instant = z.iso.datetime();

/** A day without a time zone: `2026-02-04`. */
export const day = z.iso.date();

/** A language tag of BCP 47: `en`, `sw`, `en-KE`. */
export const languageTag = z.string().regex(/^[A-Za-z]{2,3}(-[A-Za-z0-9]{2,8})*$/);

/** The slugs under which a document was once published, oldest first. They redirect. */
export const formerSlugs = z.array(slug);
