import {
  APIError,
  type CollectionAfterChangeHook,
  type CollectionAfterDeleteHook,
  type CollectionBeforeChangeHook,
  type CollectionBeforeDeleteHook,
  type CollectionBeforeValidateHook,
  type PayloadRequest,
} from 'payload';
import { mayPublish, staffOf } from '../access/roles.ts';
import { editorialKinds, isEditorial } from '../collections/slugs.ts';
import { lockedRow } from '../hooks/locked-row.ts';
import { latestRow } from '../outbox/latest-row.ts';
import { instantOf } from '../project/reference.ts';
import { followEmbargo } from './embargo.ts';
import { forgetSchedules, moveSchedule, schedulesOf } from './rows.ts';

/** Whoever publishes by hand takes the same locks in the same order as a schedule that falls due meanwhile. */
export const holdForPublish: CollectionBeforeValidateHook = async ({ collection, data, originalDoc, req }) => {
  if (data?._status === 'published' && originalDoc?.id) await lockedRow(req, collection.slug, originalDoc.id);
  return data;
};

async function refuseToOthers(req: PayloadRequest, id: unknown): Promise<void> {
  const staff = staffOf(req);
  if (!staff || mayPublish(staff.role)) return;
  const isScheduled = (await schedulesOf(req, String(id))).some(({ failure }) => failure === null);
  if (isScheduled) throw new APIError('An editor has scheduled this. Ask one to change it.', 403, {}, true);
}

/** What an editor has scheduled is published as the editor read it: a reporter asks one to change it. */
export const guardScheduled: CollectionBeforeChangeHook = async ({ data, originalDoc, req }) => {
  if (originalDoc?.id) await refuseToOthers(req, originalDoc.id);
  return data;
};

export const guardScheduledDeletion: CollectionBeforeDeleteHook = ({ id, req }) => refuseToOthers(req, id);

/**
 * Keeps schedules to what the desk has decided since: whoever publishes by hand has no more need of a scheduled
 * publish, what is taken down by hand or trashed does not come back by itself, and an embargo takes those along
 * that waited for it.
 */
export const followChange: CollectionAfterChangeHook = async ({ collection, doc, operation, previousDoc, req }) => {
  if (operation === 'create' || req.context.schedule || !isEditorial(collection.slug)) return doc;
  const schedules = await schedulesOf(req, doc.id);
  if (schedules.length === 0) return doc;
  if (doc.deletedAt || (await isTakenDown(req, collection.slug, doc))) {
    await forgetSchedules(
      req,
      schedules.map(({ id }) => id),
    );
    return doc;
  }
  const publishes = schedules.filter(({ action }) => action === 'publish');
  if (doc._status === 'published') {
    await forgetSchedules(
      req,
      publishes.map(({ id }) => id),
    );
    return doc;
  }
  const [before, after] = [instantOf(previousDoc?.embargoedUntil), instantOf(doc.embargoedUntil)];
  if (before === after) return doc;
  for (const { id, at } of publishes.filter(({ failure }) => failure === null)) {
    const due = followEmbargo(at, before, after, Date.now());
    if (due !== at) await moveSchedule(req, id, due);
  }
  return doc;
};

/** Whether readers have a document that the desk no longer holds as published: this change takes it down. */
async function isTakenDown(
  req: PayloadRequest,
  collection: keyof typeof editorialKinds,
  doc: { id: string; _status?: string },
): Promise<boolean> {
  if (doc._status === 'published') return false;
  const last = await latestRow(req, editorialKinds[collection], doc.id);
  if (last?.op !== 'put') return false;
  const row = await lockedRow(req, collection, doc.id);
  return row?._status !== 'published';
}

export const forgetWithDocument: CollectionAfterDeleteHook = async ({ id, req }) => {
  const schedules = await schedulesOf(req, String(id));
  await forgetSchedules(
    req,
    schedules.map((schedule) => schedule.id),
  );
};
