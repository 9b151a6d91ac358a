import { APIError, type Payload } from 'payload';
import { lockedRow } from '../hooks/locked-row.ts';
import { inTransaction } from '../in-transaction.ts';
import { embargoOf } from './embargo-of.ts';
import { forgetSchedules, schedulesOf, tellSchedules } from './rows.ts';
import { scheduleTask, type ScheduledAct } from './schedule.ts';

const refuse = (sentence: string, status = 400) => new APIError(sentence, status, {}, true);

/**
 * Schedules an act in place of the same one that the document had before. A publish is not before the end of
 * the draft's embargo: where `at` is, it is due then.
 * @param at ISO 8601, in the future.
 * @param user Who on the staff answers for it.
 * @throws An APIError with a sentence for the desk.
 */
export async function makeSchedule(payload: Payload, act: ScheduledAct, at: string, user: string): Promise<void> {
  if (at <= new Date().toISOString()) throw refuse('That time has passed. Choose a later one, or do it now.');
  await inTransaction(payload, async (req) => {
    const row = await lockedRow(req, act.collection, act.document);
    if (!row || row.deletedAt) throw refuse('It has been deleted, or is in the trash.', 404);
    const others = await schedulesOf(req, act.document);
    const publish = others.find(({ action, failure }) => action === 'publish' && failure === null);
    if (act.action === 'unpublish' && row._status !== 'published' && !(publish && publish.at < at)) {
      throw refuse('It is not published by then, so there is nothing to take down.');
    }
    const replaced = others.filter(({ action }) => action === act.action).map(({ id }) => id);
    await forgetSchedules(req, replaced);
    const embargo = await embargoOf(req, act);
    await payload.jobs.queue({
      task: scheduleTask as never,
      input: { ...act, user } as never,
      waitUntil: new Date(embargo !== null && embargo > at ? embargo : at),
      req,
    });
    await tellSchedules(req);
  });
}
