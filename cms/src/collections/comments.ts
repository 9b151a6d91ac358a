import { limits } from '@dateline/shared/limits';
import type { CollectionConfig, Field, SanitizedCollectionConfig } from 'payload';
import { nobody, only } from '../access/roles.ts';
import { collectionComponents, commentBodyComponents, commentStatusComponents } from '../admin-components.ts';
import { deleteReplies } from '../hooks/delete-replies.ts';
import { lockRows } from '../hooks/lock-rows.ts';
import { notifyReaders } from '../hooks/notify-readers.ts';
import { emitComment, emitCommentDeletion, stampDecision } from '../hooks/comment.ts';
import { canBear } from '../moderation/fitting-marks.ts';
import { commentStatuses } from '../moderation/desk/shapes.ts';
import { keepGone } from '../moderation/keep-gone.ts';
import { logDecision, logDeletion } from '../moderation/log-hooks.ts';
import { keepMarksFit, logMarks } from '../moderation/marks.ts';

const fixed = { create: nobody, update: nobody };
const moderators = only('moderator', 'editor', 'admin');

/** Readers' comments. Only the reader API makes one; the desk decides what becomes of it. */
export const comments = {
  slug: 'comments',
  defaultSort: '-createdAt',
  admin: {
    useAsTitle: 'body',
    group: 'Readers',
    defaultColumns: ['body', 'status', 'article', 'authorName', 'createdAt'],
    listSearchableFields: ['body', 'authorName'],
    components: collectionComponents.comments,
  },
  access: { read: moderators, create: nobody, update: moderators, delete: only('admin') },
  indexes: [
    { fields: ['reader', 'key'], unique: true },
    { fields: ['status', 'createdAt'] },
    { fields: ['article', 'status', 'publishedAt'] },
    { fields: ['article', 'publishedAt'] },
    { fields: ['article', 'root', 'publishedAt'] },
    { fields: ['article', 'root', 'recommendations', 'publishedAt'] },
  ],
  hooks: {
    beforeOperation: [lockRows],
    beforeChange: [keepGone, stampDecision, keepMarksFit],
    afterChange: [emitComment, logDecision, logMarks, notifyReaders],
    beforeDelete: [deleteReplies],
    afterDelete: [emitCommentDeletion, logDeletion],
  },
  fields: [
    {
      name: 'body',
      type: 'textarea',
      required: true,
      maxLength: limits.comment.max,
      access: fixed,
      admin: { readOnly: true, components: commentBodyComponents },
    },
    {
      name: 'authorName',
      type: 'text',
      required: true,
      maxLength: limits.displayName.max,
      access: fixed,
      admin: { readOnly: true },
    },
    // As they are shown beside the name: kept here like the name itself, since every reading of a thread shows them.
    { name: 'authorStaff', type: 'checkbox', defaultValue: false, access: fixed, admin: { hidden: true } },
    { name: 'authorPerson', type: 'relationship', relationTo: 'people', access: fixed, admin: { hidden: true } },
    {
      name: 'article',
      type: 'relationship',
      relationTo: 'articles',
      required: true,
      access: fixed,
      admin: { readOnly: true },
    },
    {
      name: 'parent',
      label: 'In reply to',
      type: 'relationship',
      relationTo: 'comments',
      index: true,
      access: fixed,
      admin: { readOnly: true, condition: (data) => Boolean(data.parent) },
    },
    {
      name: 'root',
      type: 'relationship',
      relationTo: 'comments',
      index: true,
      access: fixed,
      admin: { hidden: true },
    },
    {
      name: 'status',
      type: 'select',
      required: true,
      defaultValue: 'held',
      options: commentStatuses.map((value) => ({ value, label: value.charAt(0).toUpperCase() + value.slice(1) })),
      admin: { position: 'sidebar', components: commentStatusComponents },
    },
    {
      name: 'pinned',
      type: 'checkbox',
      defaultValue: false,
      admin: {
        position: 'sidebar',
        condition: (data) => canBear.pinned(data),
        description: 'Stands above the thread. One in each: pinning this takes it from another.',
      },
    },
    {
      name: 'pick',
      type: 'checkbox',
      label: 'Editor’s pick',
      defaultValue: false,
      admin: { position: 'sidebar', condition: (data) => canBear.pick(data) },
    },
    {
      name: 'recommendations',
      type: 'number',
      defaultValue: 0,
      access: fixed,
      admin: { position: 'sidebar', readOnly: true },
    },
    // Since when the site has shown another number of recommendations.
    { name: 'recountAt', type: 'date', index: true, access: fixed, admin: { hidden: true } },
    {
      name: 'refusal',
      type: 'text',
      maxLength: 500,
      admin: { position: 'sidebar', description: 'Why it was refused or removed. For the desk.' },
    },
    {
      name: 'refusalReason',
      type: 'textarea',
      maxLength: 500,
      admin: { position: 'sidebar', description: 'Why it was refused or removed, as its reader is told.' },
    },
    { name: 'heldFor', type: 'text', access: fixed, admin: { position: 'sidebar', readOnly: true } },
    { name: 'fingerprint', type: 'text', index: true, access: { ...fixed, read: nobody }, admin: { hidden: true } },
    {
      name: 'reader',
      type: 'relationship',
      relationTo: 'readers',
      index: true,
      access: { ...fixed, read: only('moderator', 'admin') },
      admin: { position: 'sidebar', readOnly: true },
    },
    { name: 'key', type: 'text', access: { ...fixed, read: nobody }, admin: { hidden: true } },
    { name: 'editedAt', type: 'date', access: fixed, admin: { position: 'sidebar', readOnly: true } },
    { name: 'withdrawnAt', type: 'date', access: fixed, admin: { position: 'sidebar', readOnly: true } },
    { name: 'publishedAt', type: 'date', access: fixed, admin: { position: 'sidebar', readOnly: true } },
    { name: 'decidedAt', type: 'date', access: fixed, admin: { position: 'sidebar', readOnly: true } },
  ],
} satisfies CollectionConfig;

const ownHooks = new Set<unknown>(Object.values(comments.hooks).flat());
const ownFields = new Set<unknown>([...comments.fields.map(({ name }) => name), 'createdAt', 'updatedAt']);

/** Whether nothing but the hooks above acts on a comment, and it has no field but those above. */
export const isUnextended = ({ hooks, fields }: SanitizedCollectionConfig): boolean =>
  Object.values(hooks).every((list) => list.every((hook) => ownHooks.has(hook))) && fields.every(isOwnField);

const isOwnField = (field: Field): boolean =>
  'name' in field && ownFields.has(field.name) && !('hooks' in field && Object.keys(field.hooks ?? {}).length > 0);
