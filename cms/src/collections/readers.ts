import { limits } from '@dateline/shared/limits';
import type { CollectionConfig } from 'payload';
import { nobody, only } from '../access/roles.ts';
import { endSessionsOfSuspended } from '../hooks/end-sessions.ts';
import { collectionComponents } from '../admin-components.ts';

const fixed = { create: nobody, update: nobody };
const keepers = only('moderator', 'admin');

/** Readers with an account. No auth collection: to Payload's access control a reader is nobody. */
export const readers: CollectionConfig = {
  slug: 'readers',
  defaultSort: '-createdAt',
  admin: {
    useAsTitle: 'name',
    group: 'Readers',
    defaultColumns: ['name', 'email', 'status', 'createdAt'],
    listSearchableFields: ['name', 'email'],
    components: collectionComponents.readers,
  },
  access: { read: keepers, create: nobody, update: keepers, delete: only('admin') },
  hooks: { afterChange: [endSessionsOfSuspended] },
  fields: [
    {
      name: 'email',
      type: 'text',
      required: true,
      unique: true,
      maxLength: limits.email.max,
      access: fixed,
      admin: { readOnly: true },
    },
    { name: 'name', type: 'text', required: true, maxLength: limits.displayName.max },
    {
      name: 'status',
      type: 'select',
      required: true,
      defaultValue: 'unverified',
      options: [
        { value: 'unverified', label: 'Unverified' },
        { value: 'active', label: 'Active' },
        { value: 'suspended', label: 'Suspended' },
      ],
      admin: { position: 'sidebar', description: 'A suspended reader is logged out and cannot post.' },
    },
    { name: 'verifiedAt', type: 'date', access: fixed, admin: { position: 'sidebar', readOnly: true } },
    {
      name: 'approvedCount',
      type: 'number',
      defaultValue: 0,
      access: fixed,
      admin: { position: 'sidebar', readOnly: true },
    },
    // `hidden` keeps it out of every answer; the server's own code asks with showHiddenFields.
    { name: 'passwordHash', type: 'text', hidden: true, access: { ...fixed, read: nobody } },
  ],
};
