import { placeKinds } from '@dateline/shared/place';
import type { CollectionConfig } from 'payload';
import { collectionComponents, scheduleField } from '../admin-components.ts';
import { emitMove } from '../hooks/closure.ts';
import { restoreVersion } from '../hooks/restore.ts';
import { editorial } from './editorial.ts';
import { aliasesField, mentionedIn, nameField, record, slugField } from './fields.ts';

export const places: CollectionConfig = {
  ...editorial,
  endpoints: [restoreVersion],
  slug: 'places',
  defaultSort: 'name',
  admin: {
    useAsTitle: 'name',
    group: 'Newsroom',
    defaultColumns: ['name', 'kind', 'parent', '_status'],
    listSearchableFields: ['name', 'aliases', 'slug'],
    components: collectionComponents.places,
  },
  hooks: { ...editorial.hooks, afterChange: [...(editorial.hooks?.afterChange ?? []), emitMove] },
  fields: [
    nameField,
    {
      name: 'kind',
      type: 'select',
      required: true,
      options: placeKinds.map((value) => ({ value, label: value.charAt(0).toUpperCase() + value.slice(1) })),
    },
    {
      name: 'parent',
      type: 'relationship',
      relationTo: 'places',
      label: 'Within',
      filterOptions: ({ id }) => (id ? { id: { not_equals: id } } : true),
    },
    aliasesField,
    { name: 'description', type: 'textarea', maxLength: 2_000 },
    slugField,
    scheduleField,
    ...record,
    mentionedIn('mentionedPlaces'),
  ],
};
