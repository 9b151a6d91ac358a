import { sql } from '@payloadcms/db-postgres';
import { documentId } from '@dateline/shared/id';
import type { APIError, Endpoint, PayloadRequest } from 'payload';
import { z } from 'zod';
import { mayPublish } from '../access/roles.ts';
import { answerDesk, refuse, requireStaff } from '../access/staff-request.ts';
import type { ListedSchedule, Schedules } from '../admin/schedule-line.ts';
import { lockedRow } from '../hooks/locked-row.ts';
import { problemsOf } from '../hooks/publish.ts';
import { inTransaction, transactionHandle } from '../in-transaction.ts';
import type { Row } from '../project/row.ts';
import { newsroomZone } from './embargo-of.ts';
import { listSchedules } from './list.ts';
import { makeSchedule } from './make.ts';
import { refusalOf } from './refusal.ts';
import { forgetSchedules, readSchedules, tellSchedules } from './rows.ts';
import { scheduledAct } from './schedule.ts';

const asked = scheduledAct.extend({ at: z.iso.datetime({ offset: true }) });

function editor(req: PayloadRequest) {
  const found = requireStaff(req);
  if (!mayPublish(found.role)) throw refuse('Only an editor can schedule. Ask one to.', 403);
  return found;
}

/** What the desk is told of a document. */
async function told(req: PayloadRequest, document: string): Promise<Response> {
  const schedules = await listSchedules(req.payload, document);
  const lacks = await lacksOf(req, schedules);
  const answer: Schedules = { timeZone: await newsroomZone(req), schedules, lacks };
  return answerDesk(answer);
}

/** What a document still lacks for the publish that is to come. */
async function lacksOf(req: PayloadRequest, schedules: ListedSchedule[]): Promise<string[]> {
  const coming = schedules.find(({ action, failure }) => action === 'publish' && failure === null);
  if (!coming) return [];
  const { collection, document: id } = coming;
  const draft = await req.payload.findByID({ collection, id, draft: true, depth: 0, disableErrors: true, req });
  if (!draft) return [];
  // When it first was public is known at its publish alone.
  const row = { ...draft, publishedAt: draft.publishedAt ?? new Date().toISOString() } as unknown as Row;
  return (await problemsOf(req, collection, row)).map(({ message }) => message);
}

/** Does something to the schedule that a request names, once its document is held as by whoever publishes it. */
async function change(req: PayloadRequest, work: (inner: PayloadRequest, id: string) => Promise<void>) {
  const id = documentId.safeParse(req.routeParams?.id);
  const [schedule] = id.success ? await readSchedules(req.payload.db.drizzle, sql`id = ${id.data}`) : [];
  if (!schedule) throw refuse('There is no such schedule any more. It has been carried out or withdrawn.', 404);
  await inTransaction(req.payload, async (inner) => {
    await lockedRow(inner, schedule.collection, schedule.document);
    await work(inner, schedule.id);
  });
  return await told(req, schedule.document);
}

function endpoint(method: Endpoint['method'], path: string, work: Endpoint['handler']): Endpoint {
  const handler: Endpoint['handler'] = async (req) => {
    try {
      return await work(req);
    } catch (error) {
      const message = refusalOf(error);
      if (message === null) throw error;
      return Response.json({ errors: [{ message }] }, { status: (error as APIError).status });
    }
  };
  return { method, path, handler };
}

/** For the desk: what is scheduled, which all of the staff see, and what editors make of it. */
export const scheduleEndpoints: Endpoint[] = [
  endpoint('get', '/newsroom/schedules', async (req) => {
    requireStaff(req);
    const document = documentId.safeParse(req.query.document);
    if (!document.success) throw refuse('Name the document whose schedules you want to see.', 400);
    return await told(req, document.data);
  }),
  endpoint('post', '/newsroom/schedules', async (req) => {
    const { id } = editor(req);
    const body = asked.safeParse(await req.json?.().catch(() => null));
    if (!body.success) throw refuse('Say what is to happen to which document, and when.', 400);
    const { at, ...act } = body.data;
    await makeSchedule(req.payload, act, new Date(at).toISOString(), id);
    return await told(req, act.document);
  }),
  endpoint('post', '/newsroom/schedules/:id/retry', async (req) => {
    const { id: user } = editor(req);
    return await change(req, async (inner, id) => {
      const handle = await transactionHandle(inner);
      await handle.execute(sql`
        update payload_jobs
        set has_error = false, error = null, total_tried = 0, wait_until = least(wait_until, now()), updated_at = now(),
          input = jsonb_set(input, '{user}', to_jsonb(${user}::text))
        where id = ${id} and has_error`);
      await tellSchedules(inner);
    });
  }),
  endpoint('delete', '/newsroom/schedules/:id', async (req) => {
    editor(req);
    return await change(req, (inner, id) => forgetSchedules(inner, [id]));
  }),
];
