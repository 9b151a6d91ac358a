import { sql } from '@payloadcms/db-postgres';
import { APIError, type PayloadRequest } from 'payload';
import { emitDocument } from '../hooks/emit.ts';
import { lockedRow } from '../hooks/locked-row.ts';
import { transactionHandle } from '../in-transaction.ts';
import { textOf } from '../project/reference.ts';
import { mergeProblem, type Merging } from './merge-problem.ts';
import { standInsOf, successorOf } from './successors.ts';

/** One merge at a time: two at once could close a circle that neither of them sees. */
async function holdMerges(req: PayloadRequest): Promise<void> {
  const handle = await transactionHandle(req);
  await handle.execute(sql`select pg_advisory_xact_lock(hashtextextended('dateline:merges', 0))`);
}

async function read(req: PayloadRequest, id: string): Promise<Merging | null> {
  const row = await lockedRow(req, 'people', id);
  if (!row) return null;
  return {
    id,
    name: textOf(row.name),
    isPublished: row._status === 'published',
    isTrashed: Boolean(row.deletedAt),
    successor: await successorOf(req, id),
  };
}

/**
 * Has one person stand for another from now on, wherever that one is named. In the request's transaction.
 * @throws APIError whose sentence says what is in the way.
 */
export async function mergePeople(req: PayloadRequest, person: string, into: string): Promise<void> {
  await holdMerges(req);
  const [standIn] = await standInsOf(req, [into]);
  const problem = mergeProblem(await read(req, person), await read(req, into), standIn ?? null);
  if (problem !== null) throw new APIError(problem, 409, {}, true);
  const handle = await transactionHandle(req);
  await handle.execute(sql`insert into merges (person, successor) values (${person}, ${into})`);
  await emitDocument(req, 'people', person);
}

/** Has somebody who was merged stand for themselves again: public as far as their page is. In the request's transaction. */
export async function undoMerge(req: PayloadRequest, person: string): Promise<void> {
  await holdMerges(req);
  await lockedRow(req, 'people', person);
  const handle = await transactionHandle(req);
  await handle.execute(sql`delete from merges where person = ${person}`);
  await emitDocument(req, 'people', person);
}
