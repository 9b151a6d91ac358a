import { languageTag } from '@dateline/shared/id';
import type { Field } from 'payload';
import { settingsGlobal } from './slugs.ts';

/** Says what is wrong with a language's tag, or true. */
export const validLanguage = (value: unknown) =>
  languageTag.safeParse(value).success || 'Enter a language tag, such as en, sw or en-KE.';

/** An article's language: the newsroom's own, unless said otherwise. */
export const languageField: Field = {
  name: 'language',
  type: 'text',
  required: true,
  defaultValue: async ({ req }) => {
    const settings = await req.payload.findGlobal({ slug: settingsGlobal, req, depth: 0 });
    return settings.language ?? 'en';
  },
  validate: validLanguage,
  admin: { position: 'sidebar' },
};
