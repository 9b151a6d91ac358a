import { limits } from '@dateline/shared/limits';
import type { Field } from 'payload';
import { nobody } from '../access/roles.ts';

const serverOnly = { create: nobody, update: nobody };

/** A copy of a document begins anew. */
export const notCopied = { beforeDuplicate: [() => null] };

/** The last part of a document's address. {@link ../hooks/keep-slug.ts} says how it comes about. */
export const slugField: Field = {
  name: 'slug',
  type: 'text',
  index: true,
  maxLength: 120,
  hooks: notCopied,
  admin: {
    position: 'sidebar',
    description:
      'Follows the title until the first publish. Changing it afterwards moves the page; the old address redirects.',
  },
};

/** What the server keeps of every editorial document: who made it, when it first was public, where it stood before. */
export const record: Field[] = [
  {
    name: 'createdBy',
    hooks: notCopied,
    type: 'relationship',
    relationTo: 'users',
    access: serverOnly,
    admin: { position: 'sidebar', readOnly: true },
  },
  {
    name: 'publishedAt',
    hooks: notCopied,
    type: 'date',
    index: true,
    access: serverOnly,
    admin: { position: 'sidebar', readOnly: true, date: { pickerAppearance: 'dayAndTime' } },
  },
  {
    name: 'formerSlugs',
    hooks: { beforeDuplicate: [() => []] },
    type: 'text',
    hasMany: true,
    access: serverOnly,
    admin: { hidden: true },
  },
];

/** A name, and what else somebody or some place is called. */
export const nameField: Field = { name: 'name', type: 'text', required: true, maxLength: limits.name.max, index: true };

export const aliasesField: Field = {
  name: 'aliases',
  type: 'text',
  hasMany: true,
  maxLength: limits.name.max,
  admin: { description: 'Other names and spellings, for the menu of mentions.' },
};

/** Where a person or place is mentioned: the articles of which `on` names it. */
export const mentionedIn = (on: 'mentionedPeople' | 'mentionedPlaces'): Field => ({
  name: 'mentionedIn',
  type: 'join',
  collection: 'articles',
  on,
  maxDepth: 1,
  admin: { allowCreate: false, defaultColumns: ['headline', '_status', 'publishedAt'] },
});
