import { sql } from '@payloadcms/db-postgres';
import { APIError, type Payload, type PayloadRequest, type TypedUser } from 'payload';
import { mayPublish, staffOf } from '../access/roles.ts';
import { lockedRow } from '../hooks/locked-row.ts';
import { inTransaction, transactionHandle } from '../in-transaction.ts';
import { embargoOf } from './embargo-of.ts';
import { completeSchedule, moveSchedule, readSchedules } from './rows.ts';
import type { Schedule } from './schedule.ts';

const refuse = (sentence: string) => new APIError(sentence, 403, {}, true);

/**
 * Carries out a schedule that is due, and completes it in the transaction of the publish: it happens
 * once, whoever runs it and however often, and one that was withdrawn or moved meanwhile does not happen at all.
 * @throws An APIError that says why it is refused, or whatever else keeps it from being stored.
 */
export async function performSchedule(payload: Payload, id: string): Promise<void> {
  const [found] = await readSchedules(payload.db.drizzle, sql`id = ${id}`);
  if (!found) return;
  await inTransaction(payload, async (req) => {
    // The document first and the schedule after it, in the order of whoever publishes by hand.
    const row = await lockedRow(req, found.collection, found.document);
    const handle = await transactionHandle(req);
    const due = sql`id = ${id} and has_error is not true and wait_until <= ${new Date().toISOString()}`;
    const [schedule] = await readSchedules(handle, due, sql`for update`);
    if (!schedule) return;
    if (!row) throw refuse('It has been deleted.');
    if (row.deletedAt) throw refuse('It is in the trash. Restore it, then retry.');
    const embargo = await embargoOf(req, schedule);
    if (embargo !== null && embargo > new Date().toISOString()) return await moveSchedule(req, id, embargo);
    await publishFor(req, schedule);
    await completeSchedule(req, id);
  });
}

/** Publishes or takes down for whoever scheduled it, with the rights that they have now. */
async function publishFor(req: PayloadRequest, schedule: Schedule): Promise<void> {
  const { payload } = req;
  const staff = payload.config.admin.user;
  const found = await payload.findByID({ collection: staff, id: schedule.user, depth: 0, req, disableErrors: true });
  if (!found) throw refuse('Who scheduled this is no longer on the staff. Retry to answer for it yourself.');
  const user = { ...found, collection: staff } as unknown as TypedUser;
  const role = staffOf({ payload, user })?.role;
  if (!role || !mayPublish(role)) {
    throw refuse('Who scheduled this may not publish any more. Retry to answer for it yourself.');
  }
  req.context.schedule = schedule.id;
  await payload.update({
    collection: schedule.collection,
    id: schedule.document,
    data: { _status: schedule.action === 'publish' ? 'published' : 'draft' },
    depth: 0,
    overrideAccess: false,
    user,
    req,
  });
}
