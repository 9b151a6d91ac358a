import type { CollectionConfig } from 'payload';
import { only } from '../access/roles.ts';
import { emitMark, emitUnmark } from '../hooks/closure.ts';
import { logSubjectChange, logSubjectDeletion } from '../moderation/log-hooks.ts';

const marker = only('moderator', 'editor', 'admin');

/** People and places under whose stories comments are read first, or not taken: a minor, a live court case. */
export const sensitiveSubjects: CollectionConfig = {
  slug: 'sensitive-subjects',
  labels: { singular: 'Sensitive subject', plural: 'Sensitive subjects' },
  admin: {
    group: 'Readers',
    useAsTitle: 'reason',
    defaultColumns: ['subject', 'rule', 'until', 'reason'],
    description:
      'Every thread under an article that mentions one of these, or a place within one, is held or closed, whatever the article says.',
  },
  access: { read: marker, create: marker, update: marker, delete: marker },
  hooks: { afterChange: [logSubjectChange, emitMark], afterDelete: [logSubjectDeletion, emitUnmark] },
  fields: [
    { name: 'subject', type: 'relationship', relationTo: ['people', 'places'], required: true },
    {
      name: 'rule',
      type: 'select',
      required: true,
      defaultValue: 'held',
      options: [
        { value: 'held', label: 'Held: every comment waits' },
        { value: 'closed', label: 'Closed: no comments' },
      ],
    },
    {
      name: 'until',
      type: 'date',
      admin: { description: 'The mark ends by itself then. Leave it empty where nobody knows.' },
    },
    { name: 'reason', type: 'text', maxLength: 200, admin: { description: 'For the desk, and for the log.' } },
  ],
};
