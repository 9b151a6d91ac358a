import { limits } from '@dateline/shared/limits';
import type { Field } from 'payload';
import { nobody } from '../access/roles.ts';
import { validLanguage } from '../collections/language-field.ts';
import { wholeNumber } from '../collections/whole-number.ts';
import { defaultPolicy, type Policy } from './policy.ts';

const domain = /^(?=.{1,253}$)([\p{L}\p{N}]([\p{L}\p{N}-]*[\p{L}\p{N}])?\.)+\p{L}[\p{L}\p{N}-]*$/u;

type Count = { [Name in keyof Policy]: Policy[Name] extends number ? Name : never }[keyof Policy];

const count = (name: Count, label: string, max: number, description: string, min = 0) =>
  wholeNumber({ name, label, min, max, required: true, defaultValue: defaultPolicy[name], description });

const checkbox = (
  name: 'closeAll' | 'holdAll' | 'holdNew' | 'mailBursts',
  label: string,
  description?: string,
): Field => ({
  name,
  type: 'checkbox',
  label,
  defaultValue: defaultPolicy[name],
  ...(description && { admin: { description } }),
});

/** The newsroom's policy of moderation, as its settings keep it. */
export const policyFields: Field[] = [
  {
    ...checkbox(
      'closeAll',
      'Every thread is closed',
      'For an emergency. Moderators do it, and take it back, at the desk.',
    ),
    // Whoever saves the settings for another reason neither closes nor opens what a moderator has just opened or closed.
    access: { create: nobody, update: nobody },
  } as Field,
  checkbox('holdAll', 'Hold every comment', 'Each waits for a moderator, whoever wrote it.'),
  checkbox(
    'holdNew',
    'Hold comments of readers who have not earned trust yet',
    'After a time without this, everybody waits of whom the desk has approved too few, however much they wrote.',
  ),
  count(
    'trustAfter',
    'Approved comments that earn trust',
    100,
    'That the desk approved: what was published unread earns none. Since the last that was refused or removed: that takes trust away again.',
    1,
  ),
  count('links', 'Links that a comment may have', 50, 'More, and it waits. Links to your own site do not count.'),
  {
    name: 'watchedDomains',
    type: 'text',
    label: 'Watched domains',
    hasMany: true,
    validate: (value: unknown) => {
      const wrong = (Array.isArray(value) ? value : []).find((given) => !domain.test(String(given).trim()));
      return wrong === undefined || `“${String(wrong)}” is not a domain. Write example.org, without https://.`;
    },
    admin: { description: 'A comment that links to one of these, or to anything below it, waits.' },
  },
  {
    name: 'words',
    type: 'array',
    label: 'Lists of words',
    labels: { singular: 'List of words', plural: 'Lists of words' },
    admin: { description: 'Whole words and phrases, one a line. Case, accents and look-alike letters do not matter.' },
    fields: [
      {
        name: 'language',
        type: 'text',
        validate: (value: unknown) => !value || validLanguage(value),
        admin: { description: 'Of the articles under which these count: en, sw. Empty for all.' },
      },
      {
        name: 'do',
        type: 'select',
        required: true,
        defaultValue: 'hold',
        options: [
          { value: 'hold', label: 'The comment waits' },
          { value: 'refuse', label: 'The comment is not taken' },
        ],
      },
      { name: 'list', type: 'textarea', required: true, maxLength: 20_000 },
    ],
  },
  {
    type: 'row',
    fields: [
      count('shortest', 'Shortest comment', limits.comment.max, 'In characters.'),
      count('longest', 'Longest comment', limits.comment.max, 'In characters.'),
    ],
  },
  count('readerPerHour', 'Comments of one reader in an hour', 1_000, 'More wait. 0 for no limit.'),
  count('threadPerTenMinutes', 'Comments in one thread in ten minutes', 10_000, 'More wait. 0 for no limit.'),
  count('reports', 'Readers who must report a comment', 100, 'From so many on, it waits again. 0 for never.'),
  count('editMinutes', 'Minutes to edit a comment', 1_440, 'In which its reader can change it. 0 for never.'),
  count('closeAfterDays', 'Close threads after days', 3_650, 'After the first publication. 0 for never.'),
  checkbox(
    'mailBursts',
    'A mail when a burst of comments begins',
    'To everybody who can decide comments, once for each burst. The desk shows them too.',
  ),
];

/** What an article can say otherwise. What is empty is as in the settings. */
export const articlePolicyField: Field = {
  name: 'commentPolicy',
  type: 'group',
  label: 'Comments here, other than in the settings',
  admin: { position: 'sidebar' },
  fields: [
    {
      name: 'newReaders',
      type: 'select',
      label: 'New readers',
      options: [
        { value: 'hold', label: 'Wait' },
        { value: 'publish', label: 'Need not wait' },
      ],
    },
    wholeNumber({ name: 'links', label: 'Links that a comment may have', max: 50 }),
    wholeNumber({ name: 'closeAfterDays', label: 'Close after days', max: 3_650 }),
  ],
};
