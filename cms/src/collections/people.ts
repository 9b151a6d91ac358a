import { limits } from '@dateline/shared/limits';
import type { CollectionConfig } from 'payload';
import { collectionComponents, personFields, scheduleField } from '../admin-components.ts';
import { restoreVersion } from '../hooks/restore.ts';
import { editorial } from './editorial.ts';
import { aliasesField, mentionedIn, nameField, record, slugField } from './fields.ts';

export const people: CollectionConfig = {
  ...editorial,
  endpoints: [restoreVersion],
  slug: 'people',
  labels: { singular: 'Person', plural: 'People' },
  defaultSort: 'name',
  admin: {
    useAsTitle: 'name',
    group: 'Newsroom',
    defaultColumns: ['name', 'honorific', '_status', 'merge', 'updatedAt'],
    listSearchableFields: ['name', 'aliases', 'slug'],
    components: collectionComponents.people,
  },
  fields: [
    nameField,
    {
      name: 'honorific',
      type: 'text',
      maxLength: 40,
      admin: { description: 'Before the name, where it is written: Dr, Hon., Bishop.' },
    },
    aliasesField,
    { name: 'photo', type: 'upload', relationTo: 'media' },
    { name: 'biography', type: 'textarea', maxLength: 2_000 },
    {
      name: 'roles',
      type: 'array',
      admin: { description: 'Offices and jobs. Articles show the one that was held on their day.' },
      fields: [
        { name: 'title', type: 'text', required: true, maxLength: limits.name.max },
        { name: 'organisation', type: 'text', maxLength: limits.name.max },
        {
          type: 'row',
          fields: [
            {
              name: 'from',
              type: 'date',
              admin: { date: { pickerAppearance: 'dayOnly', displayFormat: 'd MMM yyyy' } },
            },
            { name: 'to', type: 'date', admin: { date: { pickerAppearance: 'dayOnly', displayFormat: 'd MMM yyyy' } } },
          ],
        },
      ],
    },
    slugField,
    ...personFields,
    scheduleField,
    ...record,
    mentionedIn('mentionedPeople'),
  ],
};
