import type { CollectionConfig } from 'payload';
import { editorialAccess } from '../access/editorial.ts';
import { emitChange, emitDeletion } from '../hooks/emit.ts';
import { keepSlug } from '../hooks/keep-slug.ts';
import { checkPublishable, guardPublishing, stampPublishing } from '../hooks/publish.ts';
import { rememberAuthor } from '../hooks/remember-author.ts';

/** What articles, people, places and topics have in common: they are drafted, published, moved and trashed alike. */
export const editorial: Pick<CollectionConfig, 'access' | 'hooks' | 'versions' | 'trash' | 'defaultPopulate'> = {
  access: editorialAccess,
  trash: true,
  versions: { maxPerDoc: 20, drafts: { autosave: false, schedulePublish: false } },
  hooks: {
    beforeValidate: [keepSlug],
    beforeChange: [guardPublishing, rememberAuthor, stampPublishing, checkPublishable],
    afterChange: [emitChange],
    afterDelete: [emitDeletion],
  },
};
