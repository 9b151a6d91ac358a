import type { z } from 'zod';
import type { settings } from '@dateline/shared/settings';
import { readPolicy, type StoredPolicy } from '../moderation/policy.ts';
import { textOf, textsOf } from './reference.ts';

/** What a newsroom is called that nobody has named yet. */
export const nameless = 'Newsroom';

/** The newsroom as its site shows it. */
export function projectSettings(row: Record<string, unknown>): z.input<typeof settings> {
  const language = textOf(row.language) || 'en';
  const policies = Array.isArray(row.policies) ? (row.policies as Record<string, unknown>[]) : [];
  const moderation = readPolicy((row.moderation ?? {}) as StoredPolicy);
  return {
    name: textOf(row.name) || nameless,
    tagline: textOf(row.tagline),
    language,
    languages: [...new Set([language, ...textsOf(row.languages)])],
    timeZone: textOf(row.timeZone) || 'UTC',
    contactEmail: textOf(row.contactEmail),
    policies: policies.map(({ title, text }) => ({ title: textOf(title), text: textOf(text) })),
    commentRules: textOf(row.commentRules),
    threads: { closed: moderation.closeAll, closeAfterDays: Math.trunc(moderation.closeAfterDays) },
    sample: row.sample === true,
  };
}
