import { documentId } from '@dateline/shared/id';
import type { Endpoint, PayloadRequest } from 'payload';
import { z } from 'zod';
import { mayPublish } from '../access/roles.ts';
import { answerDesk, refuse, requireStaff } from '../access/staff-request.ts';
import { inTransaction } from '../in-transaction.ts';
import { mergePeople, undoMerge } from './merge-people.ts';
import { mergesOf } from './read-merges.ts';

const asked = z.object({ into: documentId });

function requireEditor(req: PayloadRequest): void {
  if (!mayPublish(requireStaff(req).role)) throw refuse('Only an editor can merge people. Ask one to.', 403);
}

/** Of the person that the request names, after a change: who stands for them. */
async function change(req: PayloadRequest, work: (req: PayloadRequest, person: string) => Promise<void>) {
  requireEditor(req);
  const person = documentId.safeParse(req.routeParams?.id);
  if (!person.success) throw refuse('There is no such person.', 404);
  await inTransaction(req.payload, (inside) => work(inside, person.data));
  return answerDesk(await mergesOf(req.payload.db.pool));
}

/** For staff: who was merged into whom; for editors, to merge and to undo it. */
export const mergeEndpoints: Endpoint[] = [
  {
    path: '/newsroom/merges',
    method: 'get',
    handler: async (req) => {
      requireStaff(req);
      return answerDesk(await mergesOf(req.payload.db.pool));
    },
  },
  {
    path: '/newsroom/people/:id/merge',
    method: 'post',
    handler: async (req) => {
      const given = asked.safeParse(await req.json?.().catch(() => undefined));
      return await change(req, async (inside, person) => {
        if (!given.success) throw refuse('Choose the person to merge into.', 400);
        await mergePeople(inside, person, given.data.into);
      });
    },
  },
  { path: '/newsroom/people/:id/merge', method: 'delete', handler: (req) => change(req, undoMerge) },
];
