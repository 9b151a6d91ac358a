import { limits } from '@dateline/shared/limits';
import type { CollectionConfig } from 'payload';
import { mayPublish, anyStaff, nobody, only, staffOf } from '../access/roles.ts';
import { collectionComponents } from '../admin-components.ts';
import { checkImageName, checkImageText, guardPublicMedia } from '../hooks/guard-media.ts';
import { emitMedia, emitMediaDeletion, stampRevision } from '../hooks/media.ts';
import { rememberAuthor } from '../hooks/remember-author.ts';

const webp = { format: 'webp' as const, options: { quality: 78, effort: 2 } };
const size = (name: string, width: number) => ({ name, width, formatOptions: webp, withoutEnlargement: true });

/** Images. They have no drafts: one is public while something public shows it. */
export const media = (staticDir?: string): CollectionConfig => ({
  slug: 'media',
  labels: { singular: 'Image', plural: 'Images' },
  admin: {
    useAsTitle: 'alt',
    group: 'Newsroom',
    defaultColumns: ['filename', 'alt', 'credit', 'updatedAt'],
    listSearchableFields: ['alt', 'caption', 'credit', 'filename'],
    components: collectionComponents.media,
  },
  access: {
    read: anyStaff,
    create: only('reporter', 'editor', 'admin'),
    update: ({ req }) => {
      const staff = staffOf(req);
      if (!staff) return false;
      if (mayPublish(staff.role)) return true;
      return staff.role === 'reporter' && { createdBy: { equals: staff.id } };
    },
    delete: only('editor', 'admin'),
  },
  upload: {
    ...(staticDir && { staticDir }),
    mimeTypes: ['image/jpeg', 'image/png', 'image/webp', 'image/avif'],
    imageSizes: [size('small', 480), size('medium', 960), size('large', 1600)],
    adminThumbnail: 'small',
    focalPoint: true,
    // Also in a host that sends no such headers by itself.
    modifyResponseHeaders: ({ headers }) => {
      headers.set('X-Content-Type-Options', 'nosniff');
      headers.set('Content-Security-Policy', "default-src 'none'; sandbox");
      return headers;
    },
  },
  hooks: {
    beforeOperation: [checkImageName, checkImageText, guardPublicMedia],
    beforeChange: [rememberAuthor, stampRevision],
    afterChange: [emitMedia],
    afterDelete: [emitMediaDeletion],
  },
  fields: [
    {
      name: 'alt',
      type: 'text',
      required: true,
      maxLength: limits.alt.max,
      label: 'Alternative text',
      admin: { description: 'What the image shows, for those who do not see it.' },
    },
    { name: 'caption', type: 'textarea', maxLength: 500 },
    { name: 'credit', type: 'text', maxLength: 200 },
    {
      name: 'createdBy',
      type: 'relationship',
      relationTo: 'users',
      access: { create: nobody, update: nobody },
      admin: { hidden: true },
    },
    { name: 'revision', type: 'text', access: { create: nobody, update: nobody }, admin: { hidden: true } },
  ],
});
