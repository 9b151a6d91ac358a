import type { CollectionConfig } from 'payload';
import { collectionComponents, scheduleField } from '../admin-components.ts';
import { restoreVersion } from '../hooks/restore.ts';
import { editorial } from './editorial.ts';
import { nameField, record, slugField } from './fields.ts';

export const topics: CollectionConfig = {
  ...editorial,
  endpoints: [restoreVersion],
  slug: 'topics',
  defaultSort: 'name',
  admin: {
    useAsTitle: 'name',
    group: 'Newsroom',
    defaultColumns: ['name', '_status', 'updatedAt'],
    components: collectionComponents.topics,
  },
  fields: [nameField, { name: 'description', type: 'textarea', maxLength: 2_000 }, slugField, scheduleField, ...record],
};
