import { z } from 'zod';
import { languageTag } from './id.ts';

/** A policy that the newsroom holds itself to, as plain paragraphs. */
export const policy = z.strictObject({
  title: z.string().min(1).max(120),
  text: z.string().min(1).max(20_000),
});

/** What the whole site shows of the newsroom. There is one; its id in the feed is {@link settingsId}. */
export const settings = z.strictObject({
  name: z.string().min(1).max(80),
  tagline: z.string().max(160),
  language: languageTag,
  /** Every language that articles are written in, the site's own first. */
  languages: z.array(languageTag).min(1),
  /** An IANA zone, in which the site writes its dates: `Africa/Nairobi`. */
  timeZone: z.string().min(1),
  contactEmail: z.string().max(254),
  policies: z.array(policy),
  /** The house rules under every thread, as one short paragraph; empty for none. */
  commentRules: z.string().max(500),
  /** When nobody can comment any more: at once everywhere, and so many days after an article's first publication, 0 for never. */
  threads: z.strictObject({ closed: z.boolean(), closeAfterDays: z.int().nonnegative() }),
  /** True for the sample newsroom: the site says so on every page and asks not to be indexed. */
  sample: z.boolean(),
});

/** The one settings document's id in the feed: the nil UUID, since there is nothing to tell apart. */
export const settingsId = '00000000-0000-0000-0000-000000000000';

export type Policy = z.infer<typeof policy>;
export type Settings = z.infer<typeof settings>;
