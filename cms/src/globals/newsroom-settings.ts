import type { GlobalConfig } from 'payload';
import { anyStaff, only } from '../access/roles.ts';
import { settingsComponents } from '../admin-components.ts';
import { validLanguage } from '../collections/language-field.ts';
import { settingsGlobal } from '../collections/slugs.ts';
import { emitSettings, lockSettings } from '../hooks/settings.ts';
import { accountSettings, countTerms } from './account-settings.ts';
import { logPolicyChange } from '../moderation/log-hooks.ts';
import { policyFields } from '../moderation/policy-fields.ts';
import { nameless } from '../project/settings.ts';

const zones = Intl.supportedValuesOf('timeZone');
const validZone = (value: unknown) =>
  value === 'UTC' ||
  (typeof value === 'string' && zones.includes(value)) ||
  'Enter a time zone of the IANA list, such as Africa/Nairobi.';

const validEmail = (value: unknown) =>
  !value || (typeof value === 'string' && /^[^@\s]+@[^@\s]+$/.test(value)) || 'Enter an e-mail address, or nothing.';

/** What the whole site shows of the newsroom, and how its comments are moderated. */
export const newsroomSettings: GlobalConfig = {
  slug: settingsGlobal,
  label: 'Newsroom',
  admin: { group: 'Settings', components: settingsComponents },
  access: { read: anyStaff, update: only('admin') },
  hooks: { beforeOperation: [lockSettings], beforeChange: [countTerms], afterChange: [emitSettings, logPolicyChange] },
  fields: [
    { name: 'name', type: 'text', required: true, maxLength: 80, defaultValue: nameless },
    { name: 'tagline', type: 'text', maxLength: 160 },
    { name: 'language', type: 'text', required: true, defaultValue: 'en', validate: validLanguage },
    {
      name: 'languages',
      type: 'text',
      hasMany: true,
      defaultValue: ['en'],
      validate: (value: unknown) => {
        const wrong = (Array.isArray(value) ? value : []).find((tag) => validLanguage(tag) !== true);
        return wrong === undefined || `“${String(wrong)}” is not a language tag. Use en, sw or en-KE.`;
      },
      admin: { description: 'Every language that articles are written in.' },
    },
    { name: 'timeZone', type: 'text', required: true, defaultValue: 'UTC', validate: validZone },
    { name: 'contactEmail', type: 'text', maxLength: 254, validate: validEmail },
    {
      name: 'policies',
      type: 'array',
      fields: [
        { name: 'title', type: 'text', required: true, maxLength: 120 },
        { name: 'text', type: 'textarea', required: true, maxLength: 20_000 },
      ],
    },
    {
      name: 'commentRules',
      type: 'textarea',
      maxLength: 500,
      admin: { description: 'House rules, shown under every thread.' },
    },
    {
      name: 'sample',
      type: 'checkbox',
      defaultValue: false,
      label: 'This is a sample newsroom',
      admin: { description: 'The site says so on every page and asks not to be indexed.' },
    },
    {
      name: 'moderation',
      type: 'group',
      fields: policyFields,
    },
    accountSettings,
  ],
};
