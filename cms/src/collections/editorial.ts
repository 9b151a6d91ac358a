import type { CollectionConfig } from 'payload';
import { editorialAccess } from '../access/editorial.ts';
import { emitChange, emitDeletion } from '../hooks/emit.ts';
import { keepSlug } from '../hooks/keep-slug.ts';
import { noteDraft } from '../hooks/note-draft.ts';
import { checkPublishable, guardPublishing, stampPublishing } from '../hooks/publish.ts';
import { rememberAuthor } from '../hooks/remember-author.ts';
import { keepRecord } from '../hooks/restore.ts';
import { takeDownUnfinished } from '../hooks/take-down.ts';
import {
  followChange,
  forgetWithDocument,
  guardScheduled,
  guardScheduledDeletion,
  holdForPublish,
} from '../schedule/hooks.ts';

/** What articles, people, places and topics have in common: they are drafted, published, moved and trashed alike. */
export const editorial: Pick<CollectionConfig, 'access' | 'hooks' | 'versions' | 'trash' | 'defaultPopulate'> = {
  access: editorialAccess,
  trash: true,
  versions: { maxPerDoc: 20, drafts: { autosave: false, schedulePublish: false } },
  hooks: {
    beforeOperation: [noteDraft, takeDownUnfinished],
    beforeValidate: [keepRecord, holdForPublish, keepSlug],
    beforeChange: [guardPublishing, guardScheduled, rememberAuthor, stampPublishing, checkPublishable],
    // Schedules first: whether a change takes something down is seen by what readers still have.
    afterChange: [followChange, emitChange],
    beforeDelete: [guardScheduledDeletion],
    afterDelete: [emitDeletion, forgetWithDocument],
  },
};
