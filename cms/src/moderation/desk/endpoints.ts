import { documentId } from '@dateline/shared/id';
import type { Endpoint, PayloadRequest } from 'payload';
import type { z } from 'zod';
import { mayModerate, type Role } from '../../access/roles.ts';
import { answerDesk, refuse, requireStaff } from '../../access/staff-request.ts';
import { actOnReader, readerAct } from './act-on-reader.ts';
import { decide, decision, undo } from './decide.ts';
import { readContext } from './read-context.ts';
import { allThreadsAct, closeAllThreads, setThreadMode, threadAct } from './act-on-threads.ts';
import { queueQuestion } from './queue-question.ts';
import { readQueue } from './read-queue.ts';
import { readRecord } from './read-record.ts';

/** Whether a role may see who readers are. */
export const seesReaders = (role: Role) => role === 'moderator' || role === 'admin';

function moderator(req: PayloadRequest): Role {
  const staff = requireStaff(req);
  if (!mayModerate(staff.role)) throw refuse('Comments are for moderators and editors. Ask one.', 403);
  return staff.role;
}

function keeper(req: PayloadRequest): void {
  if (!seesReaders(moderator(req))) throw refuse('Readers are for moderators. Ask one.', 403);
}

function named(req: PayloadRequest): string {
  const id = documentId.safeParse(req.routeParams?.id);
  if (!id.success) throw refuse('There is nothing of this id.', 404);
  return id.data;
}

function fit<Data>(parsed: z.ZodSafeParseResult<Data>): Data {
  if (parsed.success) return parsed.data;
  throw refuse(parsed.error.issues[0]?.message ?? 'The request could not be read.', 400);
}

const sent = async <Schema extends z.ZodType>(req: PayloadRequest, schema: Schema): Promise<z.output<Schema>> =>
  fit(schema.safeParse(await req.json?.().catch(() => null)));

/** For the desk: what waits, what belongs to it, and what is made of it. */
export const moderationEndpoints = (publicURL: string): Endpoint[] => [
  {
    method: 'get',
    path: '/newsroom/moderation/queue',
    handler: async (req) => {
      const role = moderator(req);
      const { ids, ...question } = fit(queueQuestion.safeParse(req.query));
      if (question.reader) keeper(req);
      return answerDesk(await readQueue(req.payload, { question, ids, seesReaders: seesReaders(role) }));
    },
  },
  {
    method: 'get',
    path: '/newsroom/moderation/comments/:id',
    handler: async (req) => {
      const role = moderator(req);
      const context = await readContext(req.payload, named(req), { publicURL, seesReaders: seesReaders(role) });
      if (!context) throw refuse('This comment is gone.', 404);
      return answerDesk(context);
    },
  },
  {
    method: 'post',
    path: '/newsroom/moderation/decisions',
    handler: async (req) => {
      moderator(req);
      return answerDesk(await decide(req, await sent(req, decision)));
    },
  },
  {
    method: 'post',
    path: '/newsroom/moderation/decisions/:id/undo',
    handler: async (req) => {
      moderator(req);
      return answerDesk(await undo(req, named(req)));
    },
  },
  {
    method: 'post',
    path: '/newsroom/moderation/threads',
    handler: async (req) => {
      moderator(req);
      const { closed } = await sent(req, allThreadsAct);
      await closeAllThreads(req, closed);
      return answerDesk({ closed });
    },
  },
  {
    method: 'post',
    path: '/newsroom/moderation/threads/:id',
    handler: async (req) => {
      moderator(req);
      const article = named(req);
      const { mode } = await sent(req, threadAct);
      await setThreadMode(req, article, mode);
      return answerDesk({ mode });
    },
  },
  {
    method: 'get',
    path: '/newsroom/moderation/readers/:id',
    handler: async (req) => {
      keeper(req);
      const record = await readRecord(req.payload.db.pool, named(req));
      if (!record) throw refuse('There is no such reader any more.', 404);
      return answerDesk(record);
    },
  },
  {
    method: 'post',
    path: '/newsroom/moderation/readers/:id/acts',
    handler: async (req) => {
      keeper(req);
      const reader = named(req);
      await actOnReader(req, reader, await sent(req, readerAct), publicURL);
      return answerDesk((await readRecord(req.payload.db.pool, reader)) ?? {});
    },
  },
];
