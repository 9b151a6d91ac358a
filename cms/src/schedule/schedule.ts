import { documentId } from '@dateline/shared/id';
import { z } from 'zod';
import { editorialKinds, type EditorialCollection } from '../collections/slugs.ts';

/** The task of Payload's queue that publishes, or takes down, at a time. */
export const scheduleTask = 'publishOnSchedule';

/** Tells whoever runs schedules, after the commit, that one was made or moved. */
export const scheduleChannel = 'dateline_schedule';

const collections = Object.keys(editorialKinds) as [EditorialCollection, ...EditorialCollection[]];

/** What is to happen to which document. */
export const scheduledAct = z.object({
  action: z.enum(['publish', 'unpublish']),
  collection: z.enum(collections),
  document: documentId,
});

/** A job's input: the act, and who on the staff answers for it. */
export const scheduleInput = scheduledAct.extend({ user: documentId });

export type ScheduledAct = z.infer<typeof scheduledAct>;

export interface Schedule extends z.infer<typeof scheduleInput> {
  id: string;
  /** When it is due, ISO 8601. */
  at: string;
  /** Why it failed, in a sentence; null while it is still to come. */
  failure: string | null;
}
