import { limits } from '@dateline/shared/limits';
import type { CollectionConfig } from 'payload';
import { nobody, only } from '../access/roles.ts';
import { collectionComponents, commentBodyComponents, commentStatusComponents } from '../admin-components.ts';
import { emitComment, emitCommentDeletion, stampDecision } from '../hooks/comment.ts';

const fixed = { create: nobody, update: nobody };
const moderators = only('moderator', 'editor', 'admin');

const commentStatuses = ['held', 'published', 'refused', 'removed'] as const;

/** Readers' comments. Only the reader API makes one; the desk decides what becomes of it. */
export const comments: CollectionConfig = {
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
  indexes: [{ fields: ['reader', 'key'], unique: true }, { fields: ['article', 'status', 'publishedAt'] }],
  hooks: { beforeChange: [stampDecision], afterChange: [emitComment], afterDelete: [emitCommentDeletion] },
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
    {
      name: 'article',
      type: 'relationship',
      relationTo: 'articles',
      required: true,
      access: fixed,
      admin: { readOnly: true },
    },
    {
      name: 'status',
      type: 'select',
      required: true,
      index: true,
      defaultValue: 'held',
      options: commentStatuses.map((value) => ({ value, label: value.charAt(0).toUpperCase() + value.slice(1) })),
      admin: { position: 'sidebar', components: commentStatusComponents },
    },
    {
      name: 'refusal',
      type: 'text',
      maxLength: 500,
      admin: { position: 'sidebar', description: 'Why it was refused or removed. For the desk.' },
    },
    {
      name: 'reader',
      type: 'relationship',
      relationTo: 'readers',
      index: true,
      access: { ...fixed, read: only('moderator', 'admin') },
      admin: { position: 'sidebar', readOnly: true },
    },
    { name: 'key', type: 'text', access: { ...fixed, read: nobody }, admin: { hidden: true } },
    { name: 'publishedAt', type: 'date', access: fixed, admin: { position: 'sidebar', readOnly: true } },
    { name: 'decidedAt', type: 'date', access: fixed, admin: { position: 'sidebar', readOnly: true } },
  ],
};
