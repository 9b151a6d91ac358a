import type { CollectionBeforeChangeHook, CollectionConfig } from 'payload';
import { nobody, only } from '../access/roles.ts';
import { endSessionsOfBanned } from '../hooks/end-sessions.ts';
import { banRule } from '../moderation/ban-pattern.ts';
import { logBan, logBanEnd } from '../moderation/log-hooks.ts';

const keepers = only('moderator', 'admin');
const computed = { create: nobody, update: nobody };

const keepRule: CollectionBeforeChangeHook = ({ data, originalDoc }) => ({
  ...data,
  ...banRule(String(data.pattern ?? originalDoc?.pattern ?? '')),
});

/** Who may not register or post, by their mail address or their address on the network. */
export const bans: CollectionConfig = {
  slug: 'bans',
  defaultSort: '-createdAt',
  admin: {
    group: 'Readers',
    useAsTitle: 'pattern',
    defaultColumns: ['pattern', 'until', 'reason', 'createdAt'],
    description:
      'Whoever fits one of these can neither register nor take part: by mail address they are logged out at once. Addresses of services that throw mail away are refused without a ban.',
  },
  access: { read: keepers, create: keepers, update: keepers, delete: keepers },
  hooks: { beforeChange: [keepRule], afterChange: [endSessionsOfBanned, logBan], afterDelete: [logBanEnd] },
  fields: [
    {
      name: 'pattern',
      type: 'text',
      required: true,
      maxLength: 254,
      validate: (pattern: unknown) =>
        banRule(typeof pattern === 'string' ? pattern : '')
          ? true
          : 'Write a mail address, where * stands for anything, such as *@example.org; or an address of the network, such as 203.0.113.7 or 203.0.113.0/24.',
      admin: { description: '*@example.org, name@*, 203.0.113.7, 203.0.113.0/24, 2001:db8::/32' },
    },
    {
      name: 'until',
      type: 'date',
      index: true,
      admin: {
        date: { pickerAppearance: 'dayAndTime' },
        description: 'The ban ends by itself then. Leave it empty where nobody knows.',
      },
    },
    { name: 'reason', type: 'text', maxLength: 200, admin: { description: 'For the desk, and for the log.' } },
    { name: 'kind', type: 'text', access: computed, admin: { hidden: true } },
    { name: 'expression', type: 'text', access: computed, admin: { hidden: true } },
  ],
};
