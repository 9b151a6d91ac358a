import { limits } from '@dateline/shared/limits';
import type { CollectionConfig } from 'payload';
import { nobody, only } from '../access/roles.ts';
import { anonymiseBeforeDeletion } from '../hooks/anonymise.ts';
import { carryBeforeDeletion, resumeSuspension } from '../hooks/carry-suspension.ts';
import { endSessionsOfSuspended } from '../hooks/end-sessions.ts';
import { lockRows } from '../hooks/lock-rows.ts';
import { dropSuspensionReason, tellSuspension } from '../hooks/tell-suspension.ts';
import { preferences } from '../readers/notify/preference.ts';
import { collectionComponents } from '../admin-components.ts';
import { logErasure, logSuspension } from '../moderation/log-hooks.ts';
import { showWriter } from '../moderation/marks.ts';

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
  hooks: {
    beforeOperation: [lockRows],
    beforeChange: [resumeSuspension, dropSuspensionReason],
    afterChange: [endSessionsOfSuspended, logSuspension, tellSuspension, showWriter],
    beforeDelete: [logErasure, carryBeforeDeletion, anonymiseBeforeDeletion],
  },
  fields: [
    {
      // Missing where somebody was brought in from elsewhere without one; they cannot be claimed.
      name: 'email',
      type: 'text',
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
        { value: 'unclaimed', label: 'Unclaimed' },
        { value: 'active', label: 'Active' },
        { value: 'suspended', label: 'Suspended' },
      ],
      admin: {
        position: 'sidebar',
        description:
          'A suspended reader is logged out, and can only download and delete what is kept of them. An unclaimed one was brought in with their comments.',
      },
    },
    {
      name: 'suspendedUntil',
      type: 'date',
      index: true,
      admin: {
        position: 'sidebar',
        condition: ({ status }) => status === 'suspended',
        date: { pickerAppearance: 'dayAndTime' },
        description: 'The suspension ends by itself then. Empty: until somebody ends it.',
      },
    },
    {
      name: 'suspensionReason',
      type: 'textarea',
      maxLength: 1_000,
      admin: {
        position: 'sidebar',
        condition: ({ status }) => status === 'suspended',
        description: 'The reader is told it, by mail and where they log in.',
      },
    },
    {
      name: 'staff',
      type: 'checkbox',
      label: 'Staff of the newsroom',
      defaultValue: false,
      admin: { position: 'sidebar', description: 'Shown beside their name under everything that they write.' },
    },
    {
      name: 'person',
      type: 'relationship',
      relationTo: 'people',
      admin: {
        position: 'sidebar',
        allowCreate: false,
        description: 'Who they are among the newsroom’s people. Readers see it where that person wrote the article.',
      },
    },
    { name: 'verifiedAt', type: 'date', access: fixed, admin: { position: 'sidebar', readOnly: true } },
    {
      name: 'approvedCount',
      type: 'number',
      defaultValue: 0,
      access: fixed,
      admin: { position: 'sidebar', readOnly: true },
    },
    {
      name: 'deleteAt',
      type: 'date',
      index: true,
      label: 'To be deleted',
      access: fixed,
      admin: {
        position: 'sidebar',
        readOnly: true,
        condition: (data) => Boolean(data?.deleteAt),
        date: { pickerAppearance: 'dayAndTime' },
        description: 'By themselves, or since nobody has used the account. Logging in keeps it.',
      },
    },
    // `wish`, `idle` or `terms`.
    { name: 'deletionReason', type: 'text', access: fixed, admin: { hidden: true } },
    { name: 'emptyComments', type: 'checkbox', defaultValue: false, access: fixed, admin: { hidden: true } },
    { name: 'lastSeenAt', type: 'date', access: fixed, admin: { position: 'sidebar', readOnly: true } },
    {
      name: 'termsVersion',
      type: 'number',
      access: fixed,
      label: 'Agreed to version',
      admin: { position: 'sidebar', readOnly: true },
    },
    { name: 'termsAgreedAt', type: 'date', access: fixed, admin: { hidden: true } },
    {
      name: 'notifyReplies',
      type: 'select',
      defaultValue: 'immediate',
      options: [...preferences],
      access: fixed,
      admin: { hidden: true },
    },
    {
      name: 'notifyDecisions',
      type: 'select',
      defaultValue: 'immediate',
      options: [...preferences],
      access: fixed,
      admin: { hidden: true },
    },
    { name: 'showsComments', type: 'checkbox', defaultValue: false, access: fixed, admin: { hidden: true } },
    { name: 'commentsKey', type: 'text', unique: true, access: fixed, admin: { hidden: true } },
    // `hidden` keeps it out of every answer; the server's own code asks with showHiddenFields.
    { name: 'passwordHash', type: 'text', hidden: true, access: { ...fixed, read: nobody } },
  ],
};
