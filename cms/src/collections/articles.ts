import { commentModes, kindsOfWork } from '@dateline/shared/article';
import { limits } from '@dateline/shared/limits';
import type { CollectionConfig } from 'payload';
import { articleSidebar, collectionComponents, embargoComponents } from '../admin-components.ts';
import { nobody } from '../access/roles.ts';
import { collectMentions } from '../hooks/collect-mentions.ts';
import { deleteThread } from '../hooks/delete-thread.ts';
import { restoreVersion } from '../hooks/restore.ts';
import { keepThreadMode } from '../moderation/keep-thread-mode.ts';
import { logThreadChange } from '../moderation/log-hooks.ts';
import { articlePolicyField } from '../moderation/policy-fields.ts';
import { bodyEditor } from './body-editor.ts';
import { editorial } from './editorial.ts';
import { notCopied, record, slugField } from './fields.ts';
import { languageField } from './language-field.ts';

const label = (word: string) => word.charAt(0).toUpperCase() + word.slice(1);
const serverOnly = { create: nobody, update: nobody };

export const articles: CollectionConfig = {
  ...editorial,
  endpoints: [restoreVersion],
  slug: 'articles',
  defaultSort: '-updatedAt',
  admin: {
    useAsTitle: 'headline',
    group: 'Newsroom',
    defaultColumns: ['headline', '_status', 'authors', 'publishedAt'],
    listSearchableFields: ['headline', 'slug'],
    components: collectionComponents.articles,
    livePreview: {
      url: ({ data, req }) =>
        data.id ? `${req.payload.config.serverURL}${req.payload.config.routes.api}/newsroom/preview/${data.id}` : null,
      breakpoints: [
        { name: 'phone', label: 'Phone', width: 390, height: 844 },
        { name: 'desktop', label: 'Desktop', width: 1280, height: 900 },
      ],
    },
  },
  versions: { maxPerDoc: 20, drafts: { autosave: { interval: 2000 } } },
  hooks: {
    ...editorial.hooks,
    beforeChange: [collectMentions, keepThreadMode, ...(editorial.hooks?.beforeChange ?? []), logThreadChange],
    beforeDelete: [...(editorial.hooks?.beforeDelete ?? []), deleteThread],
  },
  fields: [
    { name: 'headline', type: 'text', required: true, maxLength: limits.headline.max },
    { name: 'standfirst', type: 'textarea', required: true, maxLength: limits.standfirst.max },
    {
      name: 'dateline',
      type: 'group',
      fields: [
        {
          type: 'row',
          fields: [
            { name: 'place', type: 'relationship', relationTo: 'places' },
            {
              name: 'date',
              type: 'date',
              required: true,
              admin: { date: { pickerAppearance: 'dayOnly', displayFormat: 'd MMM yyyy' } },
            },
          ],
        },
      ],
    },
    { name: 'authors', type: 'relationship', relationTo: 'people', hasMany: true, required: true },
    { name: 'leadImage', type: 'upload', relationTo: 'media' },
    { name: 'body', type: 'richText', editor: bodyEditor },
    {
      name: 'corrections',
      type: 'array',
      admin: { description: 'Shown to readers: what was wrong, and what is right now.' },
      fields: [
        { name: 'at', type: 'date', required: true, defaultValue: () => new Date().toISOString() },
        { name: 'text', type: 'textarea', required: true, maxLength: limits.correction.max },
      ],
    },
    slugField,
    ...articleSidebar,
    {
      name: 'embargoedUntil',
      hooks: notCopied,
      type: 'date',
      admin: { position: 'sidebar', components: embargoComponents },
    },
    { name: 'topics', type: 'relationship', relationTo: 'topics', hasMany: true, admin: { position: 'sidebar' } },
    {
      name: 'kindOfWork',
      type: 'select',
      required: true,
      defaultValue: 'news',
      options: kindsOfWork.map((value) => ({ value, label: label(value) })),
      admin: { position: 'sidebar' },
    },
    languageField,
    {
      name: 'comments',
      type: 'select',
      required: true,
      defaultValue: 'open',
      options: commentModes.map((value) => ({ value, label: label(value) })),
      admin: {
        position: 'sidebar',
        description: 'Held: every comment waits. What a moderator has closed or held at the desk is opened there.',
      },
    },
    articlePolicyField,
    ...record,
    {
      name: 'modifiedAt',
      hooks: notCopied,
      type: 'date',
      access: serverOnly,
      admin: { position: 'sidebar', readOnly: true },
    },
    // Filled from the body, so that people and places can join the articles that mention them.
    {
      name: 'mentionedPeople',
      type: 'relationship',
      relationTo: 'people',
      hasMany: true,
      access: serverOnly,
      admin: { hidden: true },
    },
    {
      name: 'mentionedPlaces',
      type: 'relationship',
      relationTo: 'places',
      hasMany: true,
      access: serverOnly,
      admin: { hidden: true },
    },
  ],
};
